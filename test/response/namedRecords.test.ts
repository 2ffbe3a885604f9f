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

describe('a refusal that only quotes a value', () => {
  const serials = [
    writeOf('A', { serial: 'S-1' }),
    writeOf('B', { serial: 'S-2' }),
    writeOf('C', { serial: 'S-3', tint: 'pale blue' }),
    writeOf('D', { tint: 'pale blue' }),
  ];
  const about = (property: string, code: string, message: string) => ({
    message: 'Invalid',
    errors: [{ code, message, context: { propertyName: [property] } }],
  });

  it.each<[string, object, string[][]]>([
    ['one that holds it', { message: 'Too near to "S-2"' }, [['B'], ['A', 'C', 'D']]],
    [
      'all that hold it',
      { message: 'No "pale blue" here' },
      [
        ['C', 'D'],
        ['A', 'B'],
      ],
    ],
    [
      'one, in a detail about values',
      about('serial', 'INVALID_SERIAL', 'Too near to "S-2"'),
      [['B'], ['A', 'C', 'D']],
    ],
    [
      'one, in a detail about the record',
      about('serial', 'TAKEN', 'Too near to "S-2"'),
      [['B'], ['A', 'C', 'D']],
    ],
    [
      'one after the other in several details',
      {
        errors: ['S-3', 'S-1', 'S-3'].map((serial) => ({
          message: `Unknown: "${serial}"`,
          code: `UNKNOWN_${serial}`,
          context: { propertyName: ['serial'] },
        })),
      },
      [['C'], ['A'], ['B', 'D']],
    ],
  ])('blames nobody and has those sent by themselves: %s', (_, error, parts) => {
    expect(attributed(error, serials)).toEqual({ bad: [], resend: parts, toBisect: [] });
  });

  it('has all tested where each of them holds it', () => {
    const { bad, toBisect } = attributed({ message: 'No "pale blue" here' }, serials.slice(2));
    expect({ bad, toBisect }).toEqual({ bad: [], toBisect: ['C', 'D'] });
  });

  it('blames all that hold it where no other record sets the property, or is there', () => {
    const error = about('tint', 'INVALID_TINT', 'Unknown: "pale blue"');
    expect(attributed(error, serials.slice(0, 3))).toMatchObject({ bad: ['C'] });
    expect(attributed(error, serials.slice(2))).toMatchObject({ bad: ['C', 'D'] });
    expect(attributed(error, serials)).toMatchObject({
      bad: [],
      resend: [
        ['C', 'D'],
        ['A', 'B'],
      ],
    });
  });

  it('blames those beside it that are named otherwise, and them alone', () => {
    const missing = { code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: ['tint'] } };
    const [quoting] = about('serial', 'TAKEN', 'Too near to "S-2"').errors;
    expect(attributed({ errors: [quoting, missing] }, serials)).toEqual({
      bad: ['C', 'D'],
      resend: [['A', 'B']],
      toBisect: [],
    });
  });
});
