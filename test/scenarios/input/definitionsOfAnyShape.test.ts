import { expectAllAccounted, onlyFailureOf } from '../../support/accounted';
import { hubspotAnswers, ok, upsertToHubspot } from '../../support/answers';

const KEY = { name: 'invoice_line_key', type: 'string', hasUniqueValue: true };

/** Leads one item through the node; HubSpot describes its property `size` like this. */
async function upsertSize(size: unknown, definition: object) {
  const results = [null, 5, KEY, { name: 'size', ...definition }];
  const heard = hubspotAnswers({ properties: ok({ results }) });
  const outcome = await upsertToHubspot({ items: [{ invoice_line_key: 'A', size }] as never });
  expectAllAccounted(outcome, 1);
  return { outcome, sent: heard.upserts.flat().map(({ properties }) => properties.size) };
}

const select = { type: 'enumeration', fieldType: 'select' };

it.each<[string, object]>([
  ['no options', { ...select }],
  ['null for options', { ...select, options: null }],
  ['an object for options', { ...select, options: {} }],
  ['options that are null', { ...select, options: [null, { label: 'Large' }] }],
  ['numbers for values and labels', { ...select, options: [{ value: 7, label: 7 }] }],
  ['null for a label', { ...select, options: [{ value: '7', label: null }] }],
  ['no type', { fieldType: 'select' }],
  ['a number for a type', { type: 3 }],
  ['null for nearly everything', { type: null, fieldType: null, modificationMetadata: null }],
  ['a name alone', {}],
])('a definition with %s lets its property be written', async (_, definition) => {
  const { outcome, sent } = await upsertSize(7, definition);
  expect(outcome.success).toHaveLength(1);
  expect(sent).toEqual(['7']);
});

it('options whose values are numbers are options', async () => {
  const options = [{ value: 7, label: 'Large' }, null, { value: 8, label: 9 }];
  const labelled = await upsertSize('9', { ...select, options });
  expect(labelled.sent).toEqual(['8']);
  const { outcome } = await upsertSize('10', { ...select, options });
  expect(onlyFailureOf(outcome)).toMatchObject({
    category: 'INVALID_VALUE',
    property: 'size',
    message: expect.stringContaining('7 (Large), 8 (9)') as string,
  });
});
