import { failuresOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

it('a value that throws when it is read is refused by itself, and the others are written', async () => {
  const sandbox = await sandboxForTest();
  const broken = {
    toISO: () => {
      throw new Error('no such zone');
    },
  };
  const outcome = await upsert({
    items: [...lineItems(3), { invoice_line_key: 'BROKEN', price: broken as unknown as string }],
    credential: serviceKeyOf(sandbox),
  });
  expect(outcome.success).toHaveLength(3);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'INVALID_VALUE', property: 'price', attempted: false },
  ]);
});
