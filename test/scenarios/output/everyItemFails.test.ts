import { expectAllAccounted } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

const items = [{ name: 'no key' }, { name: 'no key either' }];

it('every item fails: the run succeeds, though nothing is connected to Error, and a hint says why', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({ items, credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 2);
  expect(outcome.run.status).toBe('success');
  expect(outcome.hints[0]?.message).toMatch(/^0 written, 2 not written;.*2 × The record has no/);
});

it('Always Output Data then puts an invented item without fields on Success', async () => {
  const sandbox = await sandboxForTest();
  const { success, error } = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    settings: { alwaysOutputData: true },
  });
  expect(success.map(({ json }) => json)).toEqual([{}]);
  expect(error).toHaveLength(2);
});

it('and adds nothing where one item was written', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [...items, { invoice_line_key: 'A-1' }],
    credential: serviceKeyOf(sandbox),
    settings: { alwaysOutputData: true },
  });
  expectAllAccounted(outcome, 3);
});
