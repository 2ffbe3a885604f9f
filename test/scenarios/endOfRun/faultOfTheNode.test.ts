import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

it('a value that breaks the node stops it before anything is sent, and is not called a wrong parameter', async () => {
  const sandbox = await sandboxForTest();
  const broken = {
    toISO: () => {
      throw new Error('no such zone');
    },
  };
  const { thrown } = await upsert({
    items: [...lineItems(3), { invoice_line_key: 'BROKEN', price: broken as unknown as string }],
    credential: serviceKeyOf(sandbox),
  });
  expect(thrown?.message).toBe(
    'The node stopped because of a fault of its own (no such zone). Please report it; the items can be run again.',
  );
  expect(sandbox.log.upserts()).toEqual([]);
});
