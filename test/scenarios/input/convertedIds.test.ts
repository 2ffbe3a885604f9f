import type { IDataObject } from 'n8n-workflow';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { hubspotAnswers, ok, upsertToHubspot } from '../../support/answers';
import { sandboxForTest, sentInputs } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

const KEY = 'invoice_line_key';

/** Leads items with these keys through the node; HubSpot keeps the key as a number. */
async function upsertNumbers(keys: unknown[], parameters?: IDataObject) {
  const results = [
    { name: KEY, type: 'number', hasUniqueValue: true },
    { name: 'name', type: 'string' },
  ];
  const heard = hubspotAnswers({ properties: ok({ results }) });
  const items = keys.map((key, index) => ({ [KEY]: key, name: `row ${index}` }));
  const outcome = await upsertToHubspot({ items: items as never, parameters: parameters as never });
  expectAllAccounted(outcome, keys.length);
  return { outcome, sent: heard.upserts.flat() };
}

it('an id is converted as the other values of its property are, before duplicates are found', async () => {
  const { outcome, sent } = await upsertNumbers(['007', 7, '7.0', ' 7\u200b', '12345.0', '1e3']);
  expect(sent.map(({ id, properties }) => [id, properties.name])).toEqual([
    ['7', 'row 3'],
    ['12345', 'row 4'],
    ['1000', 'row 5'],
  ]);
  expect(writtenOf(outcome).map(({ idValue }) => idValue)).toEqual([
    '7',
    '7',
    '7',
    '7',
    '12345',
    '1000',
  ]);
});

it('an id that its property cannot hold is refused unsent', async () => {
  const { outcome, sent } = await upsertNumbers(['1,234', 'x1', true, 8]);
  expect(sent.map(({ id }) => id)).toEqual(['8']);
  const refused = { category: 'INVALID_VALUE', property: KEY, attempted: false, idValue: null };
  expect(failuresOf(outcome)).toMatchObject([
    {
      ...refused,
      value: '1,234',
      message: expect.stringMatching(/set the option Number Format/) as string,
    },
    { ...refused, value: 'x1', message: expect.stringMatching(/"x1" is not a number/) as string },
    { ...refused, value: true },
  ]);
});

it('so is one that the parameter gives', async () => {
  const { outcome, sent } = await upsertNumbers(['007', 'x1'], { id: `={{ $json.${KEY} }}` });
  expect(sent).toMatchObject([{ id: '7', properties: { name: 'row 0' } }]);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'INVALID_VALUE', property: KEY }]);
});

it('what nobody sees around an id is no part of it, and alone it is none', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [
      { [KEY]: '\ufeffA', name: 'first' },
      { [KEY]: 'A\u200b', name: 'second' },
      { [KEY]: '\u200b\u00a0', name: 'third' },
    ],
    credential: serviceKeyOf(sandbox),
  });
  expectAllAccounted(outcome, 3);
  expect(sentInputs(sandbox)).toMatchObject([{ id: 'A', properties: { name: 'second' } }]);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'MISSING_ID' }]);
});

it('nor is it part of the e-mail address of a contact', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ email: '\u202aAda@Example.com\u202c' }, { email: 'ada@example.com\u00a0' }],
    credential: serviceKeyOf(sandbox),
    parameters: {
      objectType: { __rl: true, mode: 'list', value: 'contacts' },
      idProperty: { __rl: true, mode: 'name', value: 'email' },
    },
  });
  expectAllAccounted(outcome, 2);
  expect(sentInputs(sandbox).map(({ id }) => id)).toEqual(['ada@example.com']);
});
