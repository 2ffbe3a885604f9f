import { positions } from '../../support/accounted';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

/** More than one call can take as arguments: `push(...items)` would blow the stack. */
const COUNT = 130_000;

it.each([
  ['Success', 'merge', 0],
  ['Error', 'reject', 1],
])(
  '130,000 items come out on %s',
  async (_, duplicates, output) => {
    const sandbox = await sandboxForTest();
    const json = { invoice_line_key: 'A' };
    const { outputs, thrown } = await upsert({
      items: Array.from({ length: COUNT }, () => ({ json })),
      credential: serviceKeyOf(sandbox),
      parameters: { options: { duplicates, output: 'record' } },
    });
    expect(thrown).toBeUndefined();
    expect(outputs.map((items) => items.length)).toEqual(output === 0 ? [COUNT, 0] : [0, COUNT]);
    expect(positions(outputs[output] ?? []).at(-1)).toBe(COUNT - 1);
  },
  60_000,
);

it('130,000 items for one record in sequence end with the run, without a step for each pair of them', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: UPSERT },
    do: { kind: 'status', status: 429, policy: 'DAILY' },
  });
  const { outputs, thrown } = await upsert({
    items: Array.from({ length: COUNT }, () => ({ json: { invoice_line_key: 'A' } })),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { duplicates: 'sequence' } },
  });
  expect(thrown).toBeUndefined();
  expect(outputs.map((items) => items.length)).toEqual([0, COUNT]);
  expect(sandbox.log.upserts()).toHaveLength(1);
}, 60_000);
