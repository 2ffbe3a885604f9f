import { expectAllAccounted } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

const before = { invoice_line_key: 'A', name: 'old' };

it.each([
  ['ignore', before],
  ['clear', { invoice_line_key: 'A' }],
])('text of nothing but blanks is empty: emptyValues %s', async (emptyValues, after) => {
  const sandbox = await sandboxForTest();
  sandbox.store.put('line_items', before);
  const outcome = await upsert({
    items: [{ invoice_line_key: 'A', name: ' \u00a0\n' }],
    credential: serviceKeyOf(sandbox),
    parameters: { options: { emptyValues } },
  });
  expectAllAccounted(outcome, 1);
  expect(sandbox.store.find('line_items', 'invoice_line_key', 'A')?.properties).toEqual(after);
});
