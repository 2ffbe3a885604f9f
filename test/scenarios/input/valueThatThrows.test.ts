import { expectAllAccounted, failuresOf, writtenKeys } from '../../support/accounted';
import { sandboxForTest, storedKeys } from '../../support/sandbox';
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

it.each(['name', 'other'])(
  'a field %s that throws whenever it is read costs no record its outcome',
  async (field) => {
    const sandbox = await sandboxForTest();
    const broken = Object.defineProperty({ invoice_line_key: 'BROKEN' }, field, {
      enumerable: true,
      get: () => {
        throw new Error('gone');
      },
    });
    const outcome = await upsert({
      items: [...lineItems(2), broken],
      credential: serviceKeyOf(sandbox),
    });
    expectAllAccounted(outcome, 3);
    expect(writtenKeys(outcome)).toEqual(['K-0', 'K-1']);
    expect(storedKeys(sandbox)).toEqual(['K-0', 'K-1']);
    expect(failuresOf(outcome)).toMatchObject([
      { category: 'INVALID_VALUE', message: 'The item could not be read: gone', attempted: false },
    ]);
  },
);
