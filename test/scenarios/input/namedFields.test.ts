import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';
import type { SentInput } from '../../support/answers';
import { failuresOf } from '../../support/accounted';
import { sandboxForTest, sentInputs } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

/** An expression of the field for n8n to evaluate: nothing in brackets is read by the node itself. */
const evaluated = (field: string) => `={{ (${field}) }}`;
const named = (field: string) => `={{ ${field} }}`;

interface Seen {
  sent: Array<Pick<SentInput, 'id' | 'properties'>>;
  failures: Array<{ message: string; value: unknown }>;
}

/** What becomes of items whose name is mapped from that field. */
async function mapped(items: IDataObject[], expression: string): Promise<Seen> {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: items.map((json, index) => ({ json: { ...json, index } })),
    credential: serviceKeyOf(sandbox),
    parameters: {
      id: '={{ "K-" + $json.index }}',
      properties: { mappingMode: 'defineBelow', value: { name: expression } },
      options: { emptyValues: 'clear' },
    },
  });
  expect(outcome.thrown).toBeUndefined();
  expect(outcome.success.length + outcome.error.length).toBe(items.length);
  return {
    sent: sentInputs(sandbox).map(({ id, properties }) => ({ id, properties })),
    failures: failuresOf(outcome).map(({ message, value }) => ({ message, value })),
  };
}

const values: unknown[] = [
  'a text',
  '',
  ' spaces ',
  '=not an expression',
  '{{ $json.other }}',
  0,
  -0,
  1.5,
  1e21,
  NaN,
  Infinity,
  true,
  false,
  null,
  undefined,
  12345678901234567890n,
  [],
  ['a', 'b'],
  [DateTime.fromISO('2026-11-26T10:00:00Z')],
  {},
  { field: 'x' },
  { field: { field: 1 } },
  new Date(0),
  new Date(NaN),
  DateTime.fromISO('2026-11-26T10:00:00+02:00', { setZone: true }),
  DateTime.fromISO('no date'),
];
const items = values.map((field) => ({ field, other: 'other' }) as IDataObject);

describe('a field that an expression only names is what n8n would say it is:', () => {
  it.each([
    ['$json.field', items],
    ['$json["field"]', items],
    ['$json.field.field', items],
    ['$json.nowhere', items],
    ['$json.nowhere.field', items],
    ['$json.field', [{}, ...items]],
    ['$json.field', [{ field: { of: 'the first item' } }, ...items]],
    ['$json.toString', items],
    ['$json.hasOwnProperty', [{ hasOwnProperty: 'own' }]],
    ['$json.constructor', [{ constructor: 'own' }]],
    ['$json.constructor', [{}, { constructor: 'own' }]],
    ['$json.constructor_id', [{ constructor_id: [1] }, { constructor_id: '7' }]],
    ['$json.__proto__', items],
    ['$json["__proto__"]', [JSON.parse('{"__proto__": "own"}') as IDataObject]],
    ['$json.prototype', [{ prototype: 'own' }]],
    ['$json.binding', [{ binding: 'own' }]],
    ['$json.binding', [{ binding: {} }, { binding: 'own' }, {}]],
    ['$json.body.caller', [{ body: null }, { body: { caller: '+49' } }]],
    ['$json["a}}b"]', [{ 'a}}b': {} }, { 'a}}b': 'x' }]],
    ['$json["a}b"]', [{ 'a}b': 'x' }]],
    ['$json["a\u2028b"]', [{ 'a\u2028b': {} }, { 'a\u2028b': 'x' }]],
    ['$json.field[0]', items],
    ['$json.field[0].of', [{ field: [{ of: 'x' }] }, { field: [] }, { field: 'text' }]],
    ['$json[0]', [{ 0: 'zero' }, {}]],
    ['$json.isProxy', [{ isProxy: 'own' }]],
    ['$json.length', [{ length: 3 }]],
    ['$json.field.length', items],
  ])('%s (case %#)', async (field, given) => {
    expect(await mapped(given, named(field))).toEqual(await mapped(given, evaluated(field)));
  });
});
