import { expectAllAccounted, failuresOf, positions, writtenOf } from '../../support/accounted';
import { sandboxForTest, takeSerial, UPSERT } from '../../support/sandbox';
import { CONTACTS_BY_EMAIL } from '../../support/target';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const items = [
  { invoice_line_key: 'A', name: 'one', price: 1 },
  { invoice_line_key: 'B', name: 'other' },
  { invoice_line_key: ' A ', name: 'two' },
  { invoice_line_key: 'A', hs_sku: 'S' },
];

async function run(duplicates: string) {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: { options: { duplicates } },
  });
  expectAllAccounted(outcome, items.length);
  const { invoice_line_key, ...held } =
    sandbox.store.find('line_items', 'invoice_line_key', 'A')?.properties ?? {};
  return { sandbox, outcome, held: invoice_line_key === undefined ? undefined : held };
}

it.each([
  ['merge', { name: 'two', price: '1', hs_sku: 'S' }, [['name'], undefined, undefined]],
  ['keepLast', { hs_sku: 'S' }, [['name', 'price'], ['name'], undefined]],
  ['keepFirst', { name: 'one', price: '1' }, [undefined, ['name'], ['hs_sku']]],
])('%s: one write, whose outcome every item gets', async (policy, expected, superseded) => {
  const { sandbox, outcome, held } = await run(policy);
  expect(held).toEqual(expected);
  expect(sandbox.log.upserts().map(({ inputIds }) => inputIds)).toEqual([['A', 'B']]);
  const written = writtenOf(outcome);
  expect(written.map(({ idValue }) => idValue)).toEqual(['A', 'B', 'A', 'A']);
  const ofA = written.filter(({ idValue }) => idValue === 'A');
  expect(ofA.map((record) => record.superseded)).toEqual(superseded);
  const [first, ...others] = ofA.map(({ superseded: _, ...record }) => record);
  expect(others).toEqual([first, first]);
});

it('merge: what is refused is told to every item of the record', async () => {
  const sandbox = await sandboxForTest();
  takeSerial(sandbox, 'taken');
  const outcome = await upsert({
    items: [...lineItems(1), ...lineItems(1)].map((item) => ({ ...item, serial: 'taken' })),
    credential: serviceKeyOf(sandbox),
  });
  expectAllAccounted(outcome, 2);
  const taken = { property: 'serial', value: 'taken', attempted: true };
  expect(failuresOf(outcome)).toMatchObject([taken, taken]);
});

it('sequence: every item is written, each after the outcome of the one before', async () => {
  const { sandbox, outcome, held } = await run('sequence');
  expect(held).toEqual({ name: 'two', price: '1', hs_sku: 'S' });
  expect(sandbox.log.upserts().map(({ inputIds }) => inputIds)).toEqual([['A', 'B'], ['A'], ['A']]);
  expect(writtenOf(outcome).map(({ outcome }) => outcome)).toEqual([
    'created',
    'created',
    'updated',
    'updated',
  ]);
});

it('sequence: where an outcome is not known, the later item is not sent', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT, nth: 1 }, do: { kind: 'silentNoop' } });
  const outcome = await upsert({
    items: [items[0]!, items[2]!],
    credential: serviceKeyOf(sandbox),
    parameters: { options: { duplicates: 'sequence' } },
  });
  expectAllAccounted(outcome, 2);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'NO_OUTCOME', attempted: true },
    { category: 'NOT_ATTEMPTED', attempted: false, retryable: true },
  ]);
  expect(sandbox.log.upserts()).toHaveLength(1);
});

it('reject: none of them is written', async () => {
  const { outcome, held } = await run('reject');
  expect(held).toBeUndefined();
  expect(positions(outcome.error)).toEqual([0, 2, 3]);
  for (const failure of failuresOf(outcome)) {
    expect(failure).toMatchObject({
      category: 'DUPLICATE_ID',
      property: 'invoice_line_key',
      idValue: 'A',
      attempted: false,
      stage: 'validate',
    });
  }
});

it('e-mail addresses in another case are the same contact', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [
      { email: 'Ada@Example.com', firstname: 'Ada' },
      { email: 'ada@example.COM', lastname: 'L' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: CONTACTS_BY_EMAIL,
  });
  expectAllAccounted(outcome, 2);
  expect(outcome.success).toHaveLength(2);
  expect(sandbox.store.records('contacts').map(({ properties }) => properties)).toEqual([
    { email: 'ada@example.com', firstname: 'Ada', lastname: 'L' },
  ]);
});
