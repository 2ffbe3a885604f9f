import { runInNewContext } from 'node:vm';
import { DateTime } from 'luxon';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest, sentInputs } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

const HEX = '65f0a1b2c3d4e5f6a7b8c9d0';

/** As a database's client hands it out. */
class ObjectId {
  readonly id = Buffer.from(HEX, 'hex');
  toHexString() {
    return this.id.toString('hex');
  }
  toJSON() {
    return this.toHexString();
  }
}

it('an object whose JSON form is a text or number is that, as id and as value', async () => {
  const sandbox = await sandboxForTest();
  const item = {
    invoice_line_key: new ObjectId(),
    name: new URL('https://example.org/a'),
    hs_sku: { toHexString: () => HEX },
    price: new Number(2.5),
    is_return: new Boolean(false),
    invoice_date: DateTime.fromISO('2024-03-05T00:30:00.000+02:00', { setZone: true }),
    invoiced_at: runInNewContext('new Date(1709647200000)') as object,
    labels: [new String('gift'), new String('bulky')],
  };
  const outcome = await upsert({ items: [item], credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 1);
  expect(sentInputs(sandbox)).toMatchObject([
    {
      id: HEX,
      properties: {
        name: 'https://example.org/a',
        hs_sku: HEX,
        price: '2.5',
        is_return: 'false',
        invoice_date: '2024-03-05',
        invoiced_at: '2024-03-05T14:00:00.000Z',
        labels: 'gift;bulky',
      },
    },
  ]);
});

it('one that fails to say what it is costs its item alone', async () => {
  const sandbox = await sandboxForTest();
  const fails = {
    toJSON(): never {
      throw new Error('gone');
    },
  };
  const items = [
    { invoice_line_key: 'A', name: fails },
    { invoice_line_key: fails, name: 'b' },
    { invoice_line_key: 'C', name: 'c' },
  ];
  const outcome = await upsert({ items: items, credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 3);
  const refused = {
    category: 'INVALID_VALUE',
    message: expect.stringMatching(/cannot be put into JSON: map one of its fields/) as string,
    value: 'an object that JSON cannot show',
  };
  expect(failuresOf(outcome)).toMatchObject([
    { ...refused, property: 'name' },
    { ...refused, property: 'invoice_line_key' },
  ]);
  expect(sentInputs(sandbox).map(({ id }) => id)).toEqual(['C']);
});
