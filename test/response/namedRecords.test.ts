import { attributed } from '../support/attributed';
import { duplicateValue, notValid, traced } from '../support/refusals';
import { writeOf } from '../support/write';

const writes = [
  writeOf('A', { price: 'abc', tint: 'red' }),
  writeOf('B', { price: 'abc', name: 'Bolt' }),
  writeOf('C', { tint: '', name: 'nut' }),
];

describe('a refusal of the batch names', () => {
  it.each<[string, object, string[]]>([
    ['whose trace ids it quotes', traced('trace-A', 'trace-C'), ['A', 'C']],
    ['whose trace ids its details quote', { errors: [traced('trace-B')] }, ['B']],
    [
      'whose trace ids it quotes, whatever else it says',
      { ...traced('trace-C'), ...notValid({ name: 'price', error: 'PROPERTY_DOESNT_EXIST' }) },
      ['C'],
    ],
    [
      'all that set a property that does not exist',
      notValid({ name: 'tint', error: 'PROPERTY_DOESNT_EXIST' }),
      ['A', 'C'],
    ],
    [
      'the only one that lacks a required property',
      notValid({ name: 'price', error: 'MISSING_REQUIRED_PROPERTY' }),
      ['C'],
    ],
    [
      'none of several that lack it',
      notValid({ name: 'tint', error: 'MISSING_REQUIRED_PROPERTY' }),
      [],
    ],
    [
      'all that hold the value',
      notValid({ name: 'price', error: 'INVALID_INTEGER', propertyValue: 'abc' }),
      ['A', 'B'],
    ],
    [
      'none that hold the value in another case',
      notValid({ name: 'price', error: 'INVALID_INTEGER', propertyValue: 'ABC' }),
      [],
    ],
    [
      'none of several where the value is not told',
      notValid({ name: 'price', error: 'INVALID_INTEGER' }),
      [],
    ],
    ['the only one whose value is a duplicate, in any case', duplicateValue('name', 'bolt'), ['B']],
    ['the only one whose id is a duplicate', duplicateValue('sku', 'a'), ['A']],
    ['none of several whose value is a duplicate', duplicateValue('price', 'abc'), []],
    [
      'nobody where it may be about the record as a whole',
      notValid({ name: 'name', error: 'SOMETHING_NEW' }),
      [],
    ],
    ['nobody where it says nothing', {}, []],
  ])('%s', (_, error, named) => {
    expect(attributed(error, writes).bad).toEqual(named);
  });

  it('the only one that sets the property where the value is not told', () => {
    const error = notValid({ name: 'price', error: 'INVALID_INTEGER' });
    expect(attributed(error, writes.slice(1)).bad).toEqual(['B']);
  });
});

it.each(['exceeds the maximum of 100', 'must not be greater than 100', 'is over the limit of 100'])(
  'a record that holds the very limit which a refusal quotes is not taken for the bad one: %s',
  (objection) => {
    const prices = [writeOf('A', { price: '250' }), writeOf('B', { price: '100' })];
    const context = { propertyName: ['price'] };
    const errors = [{ code: 'INVALID_NUMBER', message: `price ${objection}`, context }];
    expect(attributed({ errors }, prices)).toEqual({ bad: [], resend: [], toBisect: ['A', 'B'] });
  },
);
