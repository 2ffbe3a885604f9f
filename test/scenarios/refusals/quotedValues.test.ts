import type { IDataObject } from 'n8n-workflow';
import { allCreated, hubspotAnswers, upsertToHubspot, type SentInput } from '../../support/answers';
import { expectAllAccounted, failedKeys, failuresOf } from '../../support/accounted';
import { lineItems } from '../../support/upsert';

const COUNT = 100;
const BAD = [3, 17, 42, 43, 99];
const sendUnknown = { options: { unknownFields: 'send' } };

/** Refuses a batch for the first of its bad records, as HubSpot does: in a sentence alone. */
function refusingFirst(isBad: (input: SentInput) => boolean, bodyOf: (input: SentInput) => object) {
  return (inputs: SentInput[]) => {
    const bad = inputs.find(isBad);
    return bad ? { status: 400, body: { status: 'error', ...bodyOf(bad) } } : allCreated(inputs);
  };
}

const saying = (sentenceOf: (value: string) => string, property: string) => (bad: SentInput) => ({
  message: sentenceOf(bad.properties[property] ?? bad.id),
});

const detailing =
  (sentenceOf: (value: string) => string, property: string) => (bad: SentInput) => ({
    message: 'Invalid',
    errors: [
      {
        message: sentenceOf(bad.properties[property] ?? ''),
        context: { propertyName: [property] },
      },
    ],
  });

async function run(items: IDataObject[], body: (bad: SentInput) => object) {
  const bad = BAD.map((index) => `K-${index}`);
  const heard = hubspotAnswers({ upsert: [refusingFirst(({ id }) => bad.includes(id), body)] });
  const outcome = await upsertToHubspot({ items, parameters: sendUnknown });
  expectAllAccounted(outcome, COUNT);
  expect(failuresOf(outcome).map(({ idValue }) => idValue)).toEqual(bad);
  return { heard, failures: failuresOf(outcome) };
}

const items = (
  property: string,
  badValue: (index: number) => string,
  goodValue: (index: number) => string,
) =>
  lineItems(COUNT).map((item, index) => ({
    ...item,
    [property]: BAD.includes(index) ? badValue(index) : goodValue(index),
  }));
const address = (index: number) => `contact${index}@example.org`;

it.each([
  [
    'an address',
    items('email', (index) => `no${index}@`, address),
    saying((value) => `Email address ${value} is invalid`, 'email'),
  ],
  [
    'an address that is a word',
    items('email', (index) => `foo${'o'.repeat(index)}`, address),
    saying((value) => `Email address ${value} is invalid`, 'email'),
  ],
])(
  'a record is named by %s to which the sentence objects: one more request for each',
  async (_, rows, body) => {
    const { heard } = await run(rows, body);
    expect(heard.upserts).toHaveLength(1 + BAD.length);
  },
);

it.each([
  [
    'a value in quotation marks',
    items(
      'tint',
      (index) => `shade ${index}`,
      () => 'blue',
    ),
    saying((value) => `Cannot deserialize value of type number from String "${value}"`, 'tint'),
  ],
  ['an id', lineItems(COUNT), saying((id) => `No record of ${id} may be changed`, 'none')],
  [
    'an owner',
    items(
      'hubspot_owner_id',
      (index) => `${7000 + index}`,
      () => '12',
    ),
    detailing((value) => `Owner ${value} does not exist`, 'hubspot_owner_id'),
  ],
  [
    'a stage',
    items(
      'dealstage',
      (index) => `99${index}`,
      () => '1',
    ),
    detailing((value) => `Stage ID '${value}' is not valid for this pipeline`, 'dealstage'),
  ],
])(
  'a record of which the sentence quotes %s is sent alone, and then the others',
  async (_, rows, body) => {
    const { heard } = await run(rows, body);
    expect(heard.upserts).toHaveLength(1 + 2 * BAD.length);
    expect(heard.upserts.slice(0, 3).map(({ length }) => length)).toEqual([COUNT, 1, COUNT - 1]);
  },
);

it('all records that hold the quoted value are sent together, and named by it', async () => {
  const owned = items(
    'hubspot_owner_id',
    () => '7000',
    () => '12',
  );
  const { heard } = await run(
    owned,
    detailing((value) => `Owner ${value} does not exist`, 'hubspot_owner_id'),
  );
  expect(heard.upserts.map(({ length }) => length)).toEqual([100, 5, 95]);
});

it('so are all with a stage that the one pipeline does not have', async () => {
  const staged = items(
    'dealstage',
    () => 'gone',
    () => 'open',
  ).map((item) => ({
    ...item,
    pipeline: 'sales',
  }));
  const { heard } = await run(
    staged,
    detailing((value) => `"${value}" is no stage`, 'dealstage'),
  );
  expect(heard.upserts.map(({ length }) => length)).toEqual([100, 5, 95]);
});

describe('a good record that the sentence quotes', () => {
  const GOOD = 'K-2';
  const named = (code: string, message: string) => ({
    message: 'Invalid',
    errors: [{ code, message, context: { propertyName: ['invoice_line_key'] } }],
  });

  it.each<[string, object]>([
    ['a comparison', { message: `Too near to "${GOOD}"` }],
    ['a value that is not sent', { message: `The value "B-1" is already used by "${GOOD}"` }],
    ['a detail about the value', named('INVALID_KEY', `Too near to "${GOOD}"`)],
    ['a detail about the record', named('TAKEN', `Too near to "${GOOD}"`)],
  ])('is written, and the bad one found: %s', async (_, body) => {
    const refusing = refusingFirst(
      ({ id }) => id === 'K-57',
      () => body,
    );
    const heard = hubspotAnswers({ upsert: [refusing] });
    const outcome = await upsertToHubspot({ items: lineItems(COUNT) });
    expectAllAccounted(outcome, COUNT);
    expect(failedKeys(outcome)).toEqual(['K-57']);
    expect(heard.upserts.length).toBeLessThanOrEqual(2 + 2 + 2 * Math.log2(COUNT));
  });

  it('is written where each bad one is compared with another good one', async () => {
    const bad = BAD.map((index) => `K-${index}`);
    const refusing = refusingFirst(
      ({ id }) => bad.includes(id),
      ({ id }) => ({ message: `Too near to "K-${Number(id.slice(2)) - 1}"` }),
    );
    const heard = hubspotAnswers({ upsert: [refusing] });
    const outcome = await upsertToHubspot({ items: lineItems(COUNT) });
    expectAllAccounted(outcome, COUNT);
    expect(failedKeys(outcome)).toEqual(bad);
    const { log2 } = Math;
    expect(heard.upserts.length).toBeLessThanOrEqual(2 + 2 + 2 * BAD.length * log2(COUNT / 5));
  });

  it('is written where a bad one holds the same value', async () => {
    const rows = lineItems(COUNT).map((item, index) => ({
      ...item,
      tint: index === 2 || index === 57 ? 'pale blue' : 'red',
    }));
    const refusing = refusingFirst(
      ({ id }) => id === 'K-57',
      () => ({ message: '"pale blue" does not go with the name' }),
    );
    hubspotAnswers({ upsert: [refusing] });
    const outcome = await upsertToHubspot({ items: rows, parameters: sendUnknown });
    expectAllAccounted(outcome, COUNT);
    expect(failedKeys(outcome)).toEqual(['K-57']);
  });
});

it.each<[string, IDataObject[], (bad: SentInput) => object]>([
  [
    'a word that HubSpot says itself',
    items(
      'tint',
      () => 'xyz',
      () => 'invalid',
    ),
    () => ({ message: 'The record is invalid' }),
  ],
  [
    'a number that HubSpot says itself',
    items(
      'limit',
      () => '7',
      () => '1000',
    ),
    () => ({ message: 'More than 1000 are too many' }),
  ],
  [
    'a value that is a part of another',
    items(
      'site',
      (index) => `http://example.org/${index}`,
      () => 'example.org',
    ),
    saying((value) => `No such site: ${value}`, 'none'),
  ],
  [
    'an option that is allowed',
    items(
      'size',
      () => 'XXL',
      () => 'Me-L',
    ),
    () => ({ message: 'Size must be one of "Me-L", "Me-XL"' }),
  ],
  [
    'a letter',
    items(
      'tint',
      () => 'a!',
      () => 'a',
    ),
    () => ({ message: 'No such thing as "a" tint' }),
  ],
  [
    'a value of two properties',
    items(
      'tint',
      () => 'x-1',
      () => 'x-2',
    ).map((item, index) => ({ ...item, hue: BAD.includes(index) ? 'x-3' : 'x-1' })),
    () => ({ message: 'x-1 is no tint' }),
  ],
  [
    'the condition of a demand',
    items(
      'vat',
      () => '',
      (index) => `DE${index}`,
    ).map((item) => ({ ...item, country: 'Germany' })),
    () => ({ message: '"vat" is required because country is "Germany"' }),
  ],
  [
    'a condition that stands in front',
    items(
      'vat',
      () => '',
      (index) => `DE${index}`,
    ).map((item) => ({ ...item, country: 'Germany' })),
    () => ({ message: 'Country "Germany" needs a vat' }),
  ],
])('nobody is named by %s: the batch is searched', async (_, rows, body) => {
  await run(rows, body);
});
