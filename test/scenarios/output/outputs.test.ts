import { startSandbox, type Sandbox } from '../../../sandbox/hubspot/sandbox';
import { lineItems, oAuth2Of, serviceKeyOf, upsert } from '../../support/upsert';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const mixed = [
  { invoice_line_key: 'A', name: 'first', price: 1 },
  { invoice_line_key: 'B', name: 'bad', price: 'abc' },
  { name: 'no key' },
  { invoice_line_key: 'A', name: 'again' },
  { invoice_line_key: 'C', name: 'third', price: '3.50' },
];

describe.each([
  ['a service key', () => serviceKeyOf(sandbox)],
  ['OAuth2', () => oAuth2Of(sandbox).credential],
])('with %s', (_, credential) => {
  it('every item leaves once, in input order, paired with its input', async () => {
    const { outputs, success, error } = await upsert({ items: mixed, credential: credential() });
    expect(outputs).toHaveLength(2);
    expect(success.map(({ pairedItem }) => pairedItem)).toEqual([
      { item: 0 },
      { item: 3 },
      { item: 4 },
    ]);
    expect(error.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
  });
});

it('a Success item carries the input and what HubSpot returned', async () => {
  const { success } = await upsert({
    items: [{ invoice_line_key: 'S-1', note: 'mine', price: 2 }],
    credential: serviceKeyOf(sandbox),
  });
  expect(success[0]?.json).toMatchObject({
    invoice_line_key: 'S-1',
    note: 'mine',
    price: 2,
    hubspot: {
      outcome: 'created',
      new: true,
      objectType: 'line_items',
      idProperty: 'invoice_line_key',
      idValue: 'S-1',
      id: expect.stringMatching(/^\d+$/) as string,
      properties: { invoice_line_key: 'S-1', price: '2' },
      createdAt: expect.any(String) as string,
      updatedAt: expect.any(String) as string,
      archived: false,
      url: expect.stringContaining('https://') as string,
      objectWriteTraceId: expect.any(String) as string,
    },
  });
});

it('a record that was there is updated', async () => {
  const credential = serviceKeyOf(sandbox);
  await upsert({ items: [{ invoice_line_key: 'U-1', price: 1 }], credential });
  const { success } = await upsert({ items: [{ invoice_line_key: 'U-1', price: 2 }], credential });
  expect(success[0]?.json.hubspot).toMatchObject({ outcome: 'updated', new: false });
});

it('with the option Record Only a Success item is what HubSpot returned alone', async () => {
  const { success } = await upsert({
    items: [{ invoice_line_key: 'R-1', note: 'mine' }],
    credential: serviceKeyOf(sandbox),
    parameters: { options: { output: 'record' } },
  });
  expect(success[0]?.json).toMatchObject({ outcome: 'created', idValue: 'R-1' });
  expect(success[0]?.json).not.toHaveProperty('note');
});

it('an Error item says what to mend, and has every field of the contract', async () => {
  const { error } = await upsert({
    items: [{ invoice_line_key: 'E-1', price: 'abc' }],
    credential: serviceKeyOf(sandbox),
  });
  expect(error[0]?.json).toEqual({
    invoice_line_key: 'E-1',
    price: 'abc',
    hubspotError: {
      category: 'INVALID_VALUE',
      code: 'INVALID_VALUE',
      message: 'price: "abc" is not a number',
      property: 'price',
      value: 'abc',
      httpStatus: null,
      correlationId: null,
      subCategory: null,
      context: null,
      errors: [
        {
          message: '"abc" is not a number',
          code: 'INVALID_VALUE',
          context: { propertyName: ['price'] },
        },
      ],
      retryable: false,
      attempted: false,
      stage: 'validate',
      objectType: 'line_items',
      idProperty: 'invoice_line_key',
      idValue: 'E-1',
      objectWriteTraceId: null,
    },
  });
});

it('a mended Error item goes straight back in', async () => {
  const credential = serviceKeyOf(sandbox);
  const { error } = await upsert({
    items: [{ invoice_line_key: 'M-1', price: 'abc' }],
    credential,
  });
  const mended = { ...error[0]?.json, price: '12.50' };
  const { success } = await upsert({
    items: [mended],
    credential,
    parameters: { options: { unknownFields: 'reject' } },
  });
  expect(success[0]?.json).toMatchObject({ price: '12.50', hubspot: { outcome: 'created' } });
  expect(success[0]?.json).not.toHaveProperty('hubspotError');
});

it('binary data travels along on both outputs', async () => {
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

it('a hint tells the run in one line', async () => {
  const { hints } = await upsert({
    items: [...lineItems(1500), ...lineItems(10), {}],
    credential: serviceKeyOf(sandbox),
  });
  expect(hints.map(({ message }) => message)).toEqual([
    '1,510 written (1,510 created), 1 not written; 16 requests, 10 rows merged into others.',
  ]);
});
