import { isatty } from 'node:tty';
import { createColors } from 'picocolors';
import { parseCommandLine, USAGE, type Command, type ScenarioName } from './commandLine';
import { buildPackage } from './processes/builtNode';
import { save } from './results/save';
import { sectionText } from './results/terminal';
import { scaleOf } from './scale';
import { alone } from './scenarios/alone';
import { bad } from './scenarios/bad';
import { cost } from './scenarios/cost';
import { peers } from './scenarios/peers';
import { deals } from './scenarios/deals';
import { echo } from './scenarios/echo';
import type { Scenario, Section } from './scenarios/section';
import { shared } from './scenarios/shared';
import { webhooks } from './scenarios/webhooks';

const UNUSABLE_INPUT = 2;
const FAILED = 1;

const SCENARIOS: Record<ScenarioName, Scenario> = {
  alone,
  peers,
  bad,
  shared,
  cost,
  echo,
  deals,
  webhooks,
};

const colors = createColors(isatty(process.stdout.fd) && !process.env.NO_COLOR);
const print = (text: string) => process.stdout.write(`${text}\n`);

async function main(args: string[]): Promise<void> {
  const command = parseCommandLine(args);
  switch (command.kind) {
    case 'help':
      print(USAGE);
      return;
    case 'unusable':
      process.stderr.write(`${command.message}\n\n${USAGE}`);
      process.exitCode = UNUSABLE_INPUT;
      return;
    case 'run':
      await run(command);
  }
}

async function run({ isShort, isChecked, only, out }: Extract<Command, { kind: 'run' }>) {
  const scale = scaleOf(isShort);
  const builtPackage = await buildPackage();
  const say = (text: string) => print(colors.dim(text));
  const sections: Section[] = [];
  for (const name of only) {
    const section = await SCENARIOS[name]({ scale, builtPackage, say });
    sections.push(section);
    print(sectionText(section, colors));
    print(`Written to ${await save(sections, out, isShort)}`);
  }

  const missed = sections.flatMap(({ bounds }) => bounds).filter(({ holds }) => !holds);
  if (missed.length > 0) print(`${missed.length} bounds missed`);
  if (isChecked && missed.length > 0) process.exitCode = FAILED;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = FAILED;
});
