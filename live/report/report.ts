import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import type { CleanUp } from '../account/cleanUp';
import type { Account } from '../account/look';
import type { Answer } from '../account/hubspot';
import type { Tried, Verdict } from '../tryFacts';
import { redactor } from './redact';

/** What a run has to say. */
export interface Report {
  /** When it began. */
  at: Date;
  account: Account;
  tried: readonly Tried[];
  requests: number;
  cleanUp: CleanUp;
}

const MAX_RESULTS_SHOWN = 3;

/**
 * Writes the report as JSON and as a table, with everything blotted out that belongs to the account.
 *
 * @param secrets The key, and the ids that the run met.
 * @returns The file with the table.
 */
export async function saveReport(
  report: Report,
  folder: string,
  secrets: readonly string[],
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const redact = redactor([...secrets, report.account.portalId]);
  const name = `live-${report.at.toISOString().slice(0, 19).replaceAll(':', '')}`;
  const shown = redact(toJson(report)) as ReturnType<typeof toJson>;
  const file = join(folder, `${name}.md`);
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(shown, null, 2)}\n`);
  await writeFile(file, await format(toMarkdown(shown), { parser: 'markdown' }));
  return file;
}

/** How many facts there are of each verdict. */
export function countVerdicts(tried: readonly Tried[]): Record<Verdict, number> {
  const count = (verdict: Verdict) => tried.filter((one) => one.verdict === verdict).length;
  return {
    holds: count('holds'),
    'does not hold': count('does not hold'),
    'could not be tried': count('could not be tried'),
  };
}

function toJson({ at, account, tried, requests, cleanUp }: Report) {
  return {
    date: at.toISOString().slice(0, 10),
    account: { type: account.accountType, region: account.region },
    requests,
    verdicts: countVerdicts(tried),
    facts: tried.map(({ answer, ...fact }) => ({ ...fact, answer: answer && shortened(answer) })),
    cleanUp,
  };
}

/** Of a hundred results that look alike, three will do. */
function shortened({ method, path, status, body }: Answer) {
  if (typeof body !== 'object' || body === null) return { method, path, status, body };
  const short = Object.entries(body).map(([name, value]: [string, unknown]) =>
    Array.isArray(value) && value.length > MAX_RESULTS_SHOWN
      ? [name, [...(value as unknown[]).slice(0, MAX_RESULTS_SHOWN), `… ${value.length} in all`]]
      : [name, value],
  );
  return { method, path, status, body: Object.fromEntries(short) as unknown };
}

function toMarkdown({
  date,
  account,
  verdicts,
  facts,
  requests,
  cleanUp,
}: ReturnType<typeof toJson>) {
  const line = (...cells: string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  const left = cleanUp.left.map((what) => `- ${what}`).join('\n');
  return `# What HubSpot did on ${date}

Made by \`npm run live\` on an account of the type ${account.type} in ${account.region}, with ${requests} requests: ${verdicts.holds} facts hold, ${verdicts['does not hold']} do not, ${verdicts['could not be tried']} could not be tried. The answers stand in the JSON file beside this one.

${line('Fact', 'What the node takes it to be', 'Verdict', 'Seen')}
${line('---', '---', '---', '---')}
${facts.map(({ name, claim, verdict, seen }) => line(name, claim, verdict === 'does not hold' ? `**${verdict}**` : verdict, seen)).join('\n')}

Removed afterwards: ${cleanUp.records} records and ${cleanUp.properties} properties.${left && `\n\nWhat may still be there:\n\n${left}`}
`;
}
