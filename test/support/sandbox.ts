import type { SandboxOptions } from '../../sandbox/hubspot/options';
import type { RateLimit } from '../../sandbox/hubspot/limits/rateLimit';
import { startSandbox, type Sandbox } from '../../sandbox/hubspot/sandbox';
import type { SentInput } from './answers';

/** A limit that no test reaches, so that the node's pace does not slow it down. */
const AMPLE: RateLimit = {
  perWindow: 100_000,
  windowMs: 1_000,
  daily: null,
  kind: 'rolling',
};

export const UPSERT = '/batch/upsert';
export const READ = '/batch/read';
export const TOKEN = '/oauth/v3/token';

const running = new Set<Sandbox>();
afterEach(async () => {
  await Promise.all([...running].map((sandbox) => sandbox.stop()));
});

/** A HubSpot with ample limits that ends with the test, unless it is stopped before. */
export async function sandboxForTest(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const started = await startSandbox({ rateLimit: AMPLE, ...options });
  const stop = async () => {
    running.delete(sandbox);
    await started.stop();
  };
  const sandbox = { ...started, stop };
  running.add(sandbox);
  return sandbox;
}

/** Those that run now. */
export function sandboxesOfTest(): Sandbox[] {
  return [...running];
}

/** Waits until the condition holds. A test that waits in vain ends by jest's own limit. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

/** Lets another record have that value of the unique property `serial` of line items. */
export function takeSerial({ store }: Sandbox, serial: string): void {
  store.addProperty('line_items', { name: 'serial', hasUniqueValue: true });
  store.put('line_items', { invoice_line_key: 'OTHER', serial });
}

/** The keys of all inputs of all upserts, in the order in which they came. */
export function sentKeys(sandbox: Sandbox): string[] {
  return sandbox.log.upserts().flatMap(({ inputIds }) => inputIds);
}

/** All inputs of all upserts, in the order in which they came. */
export function sentInputs(sandbox: Sandbox): SentInput[] {
  return sandbox.log.upserts().flatMap(({ body }) => (body as { inputs: SentInput[] }).inputs);
}

/** The values of the property that line items are found by, as the sandbox holds them. */
export function storedKeys(sandbox: Sandbox): string[] {
  return sandbox.store
    .records('line_items')
    .map(({ properties }) => properties.invoice_line_key ?? '')
    .sort();
}
