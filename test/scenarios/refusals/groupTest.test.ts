import type { Sandbox } from '../../../sandbox/hubspot/sandbox';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const COUNT = 100;

/** `bad` different places among a hundred, another choice for each seed. */
function places(bad: number, seed: number): number[] {
  const chosen = new Set<number>();
  for (let step = 0; chosen.size < bad; step += 1) {
    chosen.add((seed * 37 + step * (seed * 11 + 7)) % COUNT);
    if (step > COUNT) chosen.add(chosen.size);
  }
  return [...chosen].sort((a, b) => a - b);
}

async function run(sandbox: Sandbox, items = lineItems(COUNT)) {
  const outcome = await upsert({ items, credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, COUNT);
  return { outcome, extra: sandbox.log.upserts().length - 1 };
}

function expectOnly(outcome: Awaited<ReturnType<typeof run>>['outcome'], bad: number[]): void {
  expect(failuresOf(outcome).map(({ idValue }) => idValue)).toEqual(bad.map((at) => `K-${at}`));
  expect(writtenOf(outcome)).toHaveLength(COUNT - bad.length);
}

const seeds = [1, 2, 3, 4, 5, 6];
const cases = [1, 2, 5, 10].flatMap((bad) => seeds.map((seed) => [bad, seed] as const));

it.each(cases)(
  '%i bad among 100 that no refusal names cost a bounded number of requests (choice %i)',
  async (bad, seed) => {
    const sandbox = await sandboxForTest();
    const at = places(bad, seed);
    for (const index of at) {
      sandbox.faults.add({
        match: { path: UPSERT, containsId: `K-${index}` },
        do: { kind: 'status', status: 400, body: { status: 'error', message: 'Invalid input' } },
      });
    }
    const { outcome, extra } = await run(sandbox);
    expectOnly(outcome, at);
    expect(extra).toBeLessThanOrEqual(2 + 2 * bad * Math.log2(COUNT / bad));
    expect(sandbox.store.count('line_items')).toBe(COUNT - bad);
  },
);

it.each([1, 2, 5, 10])(
  '%i bad among 100 that the refusal names by value cost at most two more requests',
  async (bad) => {
    const sandbox = await sandboxForTest();
    const at = places(bad, bad);
    const items = lineItems(COUNT).map((item, index) =>
      at.includes(index) ? { ...item, name: `bad ${index}` } : item,
    );
    const list = at.map((index) => ({
      isValid: false,
      name: 'name',
      error: 'INVALID_OPTION',
      message: `bad ${index} was not one of the allowed options: [good]`,
    }));
    const message = `Property values were not valid: ${JSON.stringify(list)}`;
    for (const index of at) {
      sandbox.faults.add({
        match: { path: UPSERT, containsId: `K-${index}` },
        do: { kind: 'status', status: 400, body: { category: 'VALIDATION_ERROR', message } },
      });
    }
    const { outcome, extra } = await run(sandbox, items);
    expectOnly(outcome, at);
    expect(extra).toBeLessThanOrEqual(2);
  },
);

it.each([1, 2, 5, 10])('%i bad among 100 in a proper 207 cost no more requests', async (bad) => {
  const sandbox = await sandboxForTest();
  sandbox.store.addProperty('line_items', { name: 'serial', hasUniqueValue: true });
  sandbox.store.put('line_items', { serial: 'taken' });
  const at = places(bad, bad);
  const items = lineItems(COUNT).map((item, index) =>
    at.includes(index) ? { ...item, serial: 'taken' } : item,
  );
  const { outcome, extra } = await run(sandbox, items);
  expectOnly(outcome, at);
  expect(extra).toBe(0);
});
