import { inspect } from 'node:util';
import type { NodeCredential, NodeOutcome } from '../../sandbox/engine/runNode';

/** Whatever the node, or n8n on its behalf, writes to the console or its log. */
const logged: unknown[] = [];
beforeEach(() => {
  logged.length = 0;
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    jest.spyOn(console, level).mockImplementation((...words) => logged.push(words));
  }
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((words) => logged.push(words) > 0);
  }
});
afterEach(() => jest.restoreAllMocks());

/** Every secret of the credential, those that a renewal brought included. */
function secretsOf({ data }: NodeCredential): string[] {
  const tokens = Object.entries(data.oauthTokenData ?? {}).flatMap(([name, value]) =>
    /_token$/.test(name) ? [String(value)] : [],
  );
  return [data.serviceKey, data.clientSecret].filter(Boolean).map(String).concat(tokens);
}

/** Neither the outputs nor the log, in whatever depth, hold a secret of these credentials. */
export function expectNoSecret(outcome: NodeOutcome, credentials: NodeCredential[]): void {
  const everything = inspect([outcome, logged], {
    depth: null,
    showHidden: true,
    maxStringLength: null,
    maxArrayLength: null,
  });
  const { success, error, hints, thrown } = outcome;
  const asJson = JSON.stringify({ success, error, hints, thrown });
  const secrets = credentials.flatMap(secretsOf);
  expect(secrets.length).toBeGreaterThan(0);
  for (const secret of secrets) {
    expect(everything.includes(secret)).toBe(false);
    expect(asJson.includes(secret)).toBe(false);
  }
}
