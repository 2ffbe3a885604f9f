import { expectAllAccounted, failuresOf, positions, writtenKeys } from '../../support/accounted';
import { ON_ERROR } from '../../support/onError';
import { sandboxForTest, takeSerial } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

const mixed = [
  { invoice_line_key: 'A', name: 'first', price: 1 },
  { invoice_line_key: 'B', price: 'abc' },
  { name: 'no key' },
  { invoice_line_key: 'A', name: 'again' },
  { invoice_line_key: 'C', serial: 'S-1' },
  { invoice_line_key: 'D', price: '3.50' },
];

it.each(ON_ERROR)(
  'with On Error %s good items leave on Success and bad ones on Error',
  async (_, settings) => {
    const sandbox = await sandboxForTest();
    takeSerial(sandbox, 'S-1');
    const outcome = await upsert({ items: mixed, credential: serviceKeyOf(sandbox), settings });
    expectAllAccounted(outcome, mixed.length);
    expect(positions(outcome.success)).toEqual([0, 3, 5]);
    expect(writtenKeys(outcome)).toEqual(['A', 'A', 'D']);
    expect(positions(outcome.error)).toEqual([1, 2, 4]);
    expect(failuresOf(outcome)).toMatchObject([
      { category: 'INVALID_VALUE', stage: 'validate', property: 'price' },
      { category: 'MISSING_ID', stage: 'validate' },
      { category: 'VALIDATION_ERROR', stage: 'upsert', property: 'serial', value: 'S-1' },
    ]);
    expect(outcome.error.map(({ json }) => json)).toMatchObject([mixed[1], mixed[2], mixed[4]]);
    expect(outcome.run.status).toBe('success');
  },
);

it('both outputs are lists even where one or both are empty', async () => {
  const sandbox = await sandboxForTest();
  const credential = serviceKeyOf(sandbox);
  const good = await upsert({ items: [{ invoice_line_key: 'A' }], credential });
  const bad = await upsert({ items: [{}], credential });
  const raw = [good, bad].map(({ run }) => run.data.resultData.runData.Node?.[0]?.data?.main);
  expect(raw).toEqual([
    [[expect.objectContaining({ pairedItem: { item: 0 } })], []],
    [[], [expect.objectContaining({ pairedItem: { item: 0 } })]],
  ]);
});

it('binary data travels along on both outputs', async () => {
  const sandbox = await sandboxForTest();
  const binary = { file: { data: 'aGk=', mimeType: 'text/plain', fileName: 'a.txt' } };
  const { success, error } = await upsert({
    items: [
      { json: { invoice_line_key: 'BIN-1' }, binary },
      { json: {}, binary },
    ],
    credential: serviceKeyOf(sandbox),
  });
  expect(success[0]?.binary?.file).toMatchObject({ fileName: 'a.txt' });
  expect(error[0]?.binary?.file).toMatchObject({ fileName: 'a.txt' });
});
