import colors from 'picocolors';
import { USAGE, parseCommandLine } from './commandLine';
import type { SandboxOptions } from './options';
import { startSandbox } from './sandbox';
import type { Sandbox } from './sandbox';

const UNUSABLE_INPUT = 2;

async function main(): Promise<void> {
  const command = parseCommandLine(process.argv.slice(2));
  switch (command.kind) {
    case 'help':
      process.stdout.write(USAGE);
      return;
    case 'unusable':
      process.stderr.write(`${command.message}\n\n${USAGE}`);
      process.exitCode = UNUSABLE_INPUT;
      return;
    case 'run':
      await run(command.options);
  }
}

async function run(options: Partial<SandboxOptions>): Promise<void> {
  const sandbox = await startSandbox(options);
  process.stdout.write(introduction(sandbox));
  const stop = () => void sandbox.stop();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function introduction({ baseUrl, tokens, oauth }: Sandbox): string {
  const { bold, cyan, dim } = colors;
  return `
${bold('HubSpot sandbox')} on ${cyan(baseUrl)}  ${dim('Ctrl+C stops it; nothing is kept.')}

${bold('Credential "HubSpot Batch Service Key API"')}
  Service Key    ${cyan(tokens.serviceKey({ label: 'ready-made' }))}
  Base URL       ${cyan(baseUrl)}

${bold('Credential "HubSpot Batch OAuth2 API"')}
  Client ID      ${cyan(oauth.clientId)}
  Client Secret  ${cyan(oauth.clientSecret)}
  Base URL       ${cyan(baseUrl)}
  Consent page   ${cyan(`${baseUrl}/oauth/authorize`)}

${bold('To try')}  Line items, identified by ${cyan('invoice_line_key')}

`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
