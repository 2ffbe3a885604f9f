import type { IDataObject } from 'n8n-workflow';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { hubspotAnswers, ok, upsertToHubspot } from '../../support/answers';

const KEY = 'invoice_line_key';

/** Leads items through the node; HubSpot keeps price and quantity as numbers. */
async function upsertLines(
  items: IDataObject[],
  { options = {}, keyType = 'string' }: { options?: IDataObject; keyType?: string } = {},
) {
  const results = [
    { name: KEY, type: keyType, hasUniqueValue: true },
    { name: 'price', type: 'number' },
    { name: 'quantity', type: 'number' },
    { name: 'name', type: 'string' },
  ];
  const heard = hubspotAnswers({ properties: ok({ results }) });
  const keyed = items.map((item, index) => ({ [KEY]: `K-${index}`, ...item }));
  const outcome = await upsertToHubspot({
    items: keyed,
    parameters: { options } as never,
  });
  expectAllAccounted(outcome, items.length);
  return { outcome, sent: heard.upserts.flat() };
}

const prices = (sent: Array<{ properties: Record<string, string> }>) =>
  sent.map(({ properties }) => properties.price);

it('1.500 is 1.5, as programs write it, where no value of the property has a decimal comma', async () => {
  const { sent } = await upsertLines([
    { price: '1.500', quantity: '1,5' },
    { price: '1,234.50', name: '1431,5' },
    { price: '$2.000' },
    { price: 3.125 },
  ]);
  expect(prices(sent)).toEqual(['1.5', '1234.5', '2', '3.125']);
});

it('a key that was converted is told', async () => {
  const { outcome, sent } = await upsertLines([{ [KEY]: '1.234,50' }], { keyType: 'number' });
  expect(sent).toMatchObject([{ id: '1234.5' }]);
  expect(outcome.hints.map(({ message }) => message)).toContainEqual(
    expect.stringContaining(`${KEY} (1, e.g. "1.234,50" to "1234.5")`),
  );
});

it('a value shows its decimal comma also on an item that has no key', async () => {
  const { outcome, sent } = await upsertLines([{ price: '1.500' }, { price: '1431,5', [KEY]: '' }]);
  expect(sent).toEqual([]);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'INVALID_VALUE', value: '1.500' },
    { category: 'MISSING_ID' },
  ]);
});

it('where one has, before it or after it, 1.500 has two readings and is refused', async () => {
  const { outcome, sent } = await upsertLines([
    { price: '1.500', name: 'before' },
    { price: '1431,5' },
    { price: '2.000 EUR', name: 'after' },
    { price: ['3.125'], name: 'a list of one' },
    { price: 1.125, name: 'a JSON number' },
    { price: '1.25', name: 'no group' },
    { quantity: '1.500', name: 'another property' },
  ]);
  expect(prices(sent)).toEqual(['1431.5', '1.125', '1.25', undefined]);
  const reason = (text: string, readings: string) =>
    `"${text}" is ${readings}, because "1431,5" in the same property can only be read with a decimal comma: set the option Number Format to Decimal Point or Decimal Comma`;
  const refused = { category: 'INVALID_VALUE', property: 'price', attempted: false };
  expect(failuresOf(outcome)).toMatchObject([
    {
      ...refused,
      idValue: 'K-0',
      value: '1.500',
      message: `price: ${reason('1.500', '1.5 or 1500')}`,
      errors: [{ message: reason('1.500', '1.5 or 1500') }],
    },
    { ...refused, message: `price: ${reason('2.000 EUR', '2 or 2000')}` },
    { ...refused, message: `price: ${reason('3.125', '3.125 or 3125')}` },
  ]);
});

it('an item tells each of its doubtful values, and holds no place for its record', async () => {
  const { outcome, sent } = await upsertLines([
    { [KEY]: 'A', price: '1.500', quantity: '2.500', name: 'doubtful' },
    { [KEY]: 'A', price: '0,5', name: 'good' },
    { [KEY]: 'B', quantity: '0,5' },
  ]);
  expect(sent.map(({ id, properties }) => [id, properties])).toEqual([
    ['A', { [KEY]: 'A', price: '0.5', name: 'good' }],
    ['B', { [KEY]: 'B', quantity: '0.5' }],
  ]);
  expect(failuresOf(outcome)).toMatchObject([
    {
      property: 'price',
      errors: [
        { context: { propertyName: ['price'] } },
        { context: { propertyName: ['quantity'] } },
      ],
    },
  ]);
});

it('a value of an item that is refused for another reason shows the decimal comma as well', async () => {
  const { outcome, sent } = await upsertLines([
    { price: '1431,5', quantity: 'many' },
    { price: '1.500' },
  ]);
  expect(sent).toEqual([]);
  expect(failuresOf(outcome)).toMatchObject([{ property: 'quantity' }, { property: 'price' }]);
});

it('the ID counts as well', async () => {
  const { outcome, sent } = await upsertLines([{ [KEY]: '1.500' }, { [KEY]: '1431,5' }], {
    keyType: 'number',
  });
  expect(sent.map(({ id }) => id)).toEqual(['1431.5']);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'INVALID_VALUE', property: KEY, value: '1.500', idValue: null, attempted: false },
  ]);
});

it('IDs that HubSpot stores alike are one record, however they are written', async () => {
  const keys = ['1.234,50', '1234.5', '€1,234.50', 1234.5];
  const { outcome, sent } = await upsertLines(
    keys.map((key) => ({ [KEY]: key })),
    { keyType: 'number' },
  );
  expect(sent.map(({ id }) => id)).toEqual(['1234.5']);
  expect(writtenOf(outcome).map(({ idValue }) => idValue)).toEqual(keys.map(() => '1234.5'));
});

it.each([
  ['comma', ['1500', '1431.5', '12.345', '7.25']],
  ['point', ['1.5', '12345', '7.25']],
])('with the option at %s nothing is in doubt', async (numberFormat, expected) => {
  const { sent } = await upsertLines(
    [{ price: '1.500' }, { price: '1431,5' }, { price: '12,345' }, { price: 7.25 }],
    { options: { numberFormat } },
  );
  expect(prices(sent)).toEqual(expected);
});
