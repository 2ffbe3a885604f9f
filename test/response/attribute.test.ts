import { attributed as attributedTo } from '../support/attributed';
import { aboutProperties, duplicateValue, notValid, traced } from '../support/refusals';
import { writeOf } from '../support/write';

const writes = [
  writeOf('A', { price: '1', tags: 'x' }),
  writeOf('B', { price: 'abc' }),
  writeOf('C', { price: '3' }),
  writeOf('D', { price: '4', tags: 'bad' }),
];
const attributed = (error: object, of = writes, size?: number) => attributedTo(error, of, size);

describe('of a batch that HubSpot refused whole', () => {
  it('records named by trace id are taken out', () => {
    const error = { errors: [traced('trace-B', 'trace-D')] };
    expect(attributed(error)).toEqual({ bad: ['B', 'D'], resend: [['A', 'C']], toBisect: [] });
  });

  it('where all are named nothing is sent again', () => {
    const error = { errors: [traced('trace-A', 'trace-B')] };
    expect(attributed(error, writes.slice(0, 2))).toEqual({
      bad: ['A', 'B'],
      resend: [],
      toBisect: [],
    });
  });

  it('records with the value that HubSpot objects to are taken out', () => {
    const error = notValid({
      isValid: false,
      message: 'abc was not a valid number',
      error: 'INVALID_INTEGER',
      name: 'price',
    });
    expect(attributed(error)).toEqual({ bad: ['B'], resend: [['A', 'C', 'D']], toBisect: [] });
  });

  it('a record whose value another record owns is taken out', () => {
    const message =
      'Cannot set PropertyValueCoordinates{portalId=1, objectTypeId=0-8, propertyName=price, value=3} on 77. 88 already has that value.';
    expect(attributed({ message })).toEqual({
      bad: ['C'],
      resend: [['A', 'B', 'D']],
      toBisect: [],
    });
  });

  it('every record that sets a property which does not exist is taken out', () => {
    const error = aboutProperties('PROPERTY_DOESNT_EXIST', 'tags');
    expect(attributed(error)).toEqual({ bad: ['A', 'D'], resend: [['B', 'C']], toBisect: [] });
  });

  it('a property that several records set is not enough to blame one of them', () => {
    const error = aboutProperties('INVALID_INTEGER', 'price');
    expect(attributed(error)).toEqual({ bad: [], resend: [], toBisect: ['A', 'B', 'C', 'D'] });
  });

  it('a property error about a value that one record alone sets is', () => {
    const error = aboutProperties('INVALID_OPTION', 'tags');
    expect(attributed(error, writes.slice(1))).toEqual({
      bad: ['D'],
      resend: [['B', 'C']],
      toBisect: [],
    });
  });

  it('a stage is not enough either: which stages there are depends on the pipeline', () => {
    const deals = [
      writeOf('A', { dealstage: 'won', pipeline: 'x' }),
      writeOf('B', { dealstage: 'won', pipeline: 'y' }),
    ];
    const message = 'won was not one of the allowed options: [lost]';
    const errors = [{ message, code: 'INVALID_OPTION', context: { propertyName: ['dealstage'] } }];
    expect(attributed({ errors }, deals).toBisect).toEqual(['A', 'B']);
  });

  it.each([
    ['dealstage', 'pipeline'],
    ['hs_pipeline_stage', 'hs_pipeline'],
  ])('it is within one pipeline (%s)', (stage, pipeline) => {
    const records = [
      writeOf('A', { [stage]: 'won', [pipeline]: 'x' }),
      writeOf('B', { [stage]: 'won', [pipeline]: 'x' }),
      writeOf('C', { [stage]: 'new', [pipeline]: 'x' }),
    ];
    const entry = { name: stage, error: 'INVALID_OPTION', propertyValue: 'won' };
    const error = { message: `Property values were not valid: ${JSON.stringify([entry])}` };
    expect(attributed(error, records)).toEqual({ bad: ['A', 'B'], resend: [['C']], toBisect: [] });
    const ofSeveral = [...records, writeOf('D', { [stage]: 'won', [pipeline]: 'y' })];
    expect(attributed(error, ofSeveral).bad).toEqual([]);
  });

  const missing = aboutProperties('MISSING_REQUIRED_PROPERTY', 'tags');

  it('a property that is missing is never the fault of the one that has it', () => {
    expect(attributed(missing, writes.slice(1))).toEqual({
      bad: [],
      resend: [],
      toBisect: ['B', 'C', 'D'],
    });
  });

  it('the only record that lacks a property that is missing is taken out', () => {
    expect(attributed(missing, [writes[0]!, writes[1]!, writeOf('E', { tags: 'y' })])).toEqual({
      bad: ['B'],
      resend: [['A', 'E']],
      toBisect: [],
    });
  });

  it.each([
    ['A-1', 'A-1'],
    ['a-1', 'A-1 '],
  ])('a duplicate value that two records send, %j and %j, may be good in one', (one, two) => {
    const both = [writeOf('owner', { serial: one }), writeOf('other', { serial: two })];
    for (const value of [one, two]) {
      const { toBisect } = attributed(duplicateValue('serial', value), both);
      expect(toBisect).toEqual(['owner', 'other']);
    }
  });

  it('a duplicate value that quotes the sentence around it blames nobody else', () => {
    const hostile = 'A} on 1. 2 already has that value';
    const batch = [writeOf('good', { serial: 'A' }), writeOf('bad', { serial: hostile })];
    const error = duplicateValue('serial', hostile);
    expect(attributed(error, batch)).toEqual({ bad: ['bad'], resend: [['good']], toBisect: [] });
    expect(attributed(error, [batch[0]!, writeOf('x')]).bad).toEqual([]);
  });

  it.each(['good was not a valid x', '"good"'])(
    'the value %j, quoted amid a sentence, does not blame who has a part of it',
    (value) => {
      const batch = [writeOf('good', { price: 'good' }), writeOf('bad', { price: value })];
      const error = notValid({ message: `${value} was not a valid number`, name: 'price' });
      expect(attributed(error, batch).toBisect).toEqual(['good', 'bad']);
    },
  );

  it('an error of an unknown kind, about a value that several records have, names none of them', () => {
    const error = notValid({ error: 'SOMETHING_NEW', name: 'price', propertyValue: '1' });
    const batch = [writeOf('A', { price: '1' }), writeOf('B', { price: '1' }), writeOf('C')];
    expect(attributed(error, batch).toBisect).toEqual(['A', 'B', 'C']);
    expect(attributed(error, batch.slice(1)).bad).toEqual(['B']);
  });

  it('all are to be bisected where nobody is named', () => {
    expect(attributed({ message: 'no' }, writes.slice(0, 3))).toEqual({
      bad: [],
      resend: [],
      toBisect: ['A', 'B', 'C'],
    });
  });

  it('parts are sent again where the batch was too large, whatever else is said', () => {
    const error = { errors: [traced('trace-B')] };
    const halves = [
      ['A', 'B'],
      ['C', 'D'],
    ];
    expect(attributed(error, writes, 2)).toEqual({ bad: [], resend: halves, toBisect: [] });
  });

  it('a record that stands alone is bad', () => {
    expect(attributed({ message: 'no' }, writes.slice(0, 1))).toEqual({
      bad: ['A'],
      resend: [],
      toBisect: [],
    });
  });

  it.each([
    ['a duplicate value', (value: string) => duplicateValue('serial', value).message],
    ['nearly a duplicate value', (value: string) => `${duplicateValue('serial', value).message} x`],
    ['invalid values', (value: string) => `Property values were not valid: [${value}`],
    ['a sentence', (value: string) => `${value} was not a valid number`],
    ['repeated ids', (value: string) => `Duplicate IDs found${value}`],
  ])('%s of the greatest length is read in no time', (_, around) => {
    const parts = ['} on 1. ', '[', '] ', ' was not a valid', 'propertyName=, value=', '"', ' '];
    for (const part of parts) {
      const value = part.repeat(65_536 / part.length);
      const message = around(value);
      const errors = [{ message, context: { propertyName: ['price'] } }];
      const batch = Array.from({ length: 100 }, (__, index) =>
        writeOf(`${index}`, { price: value }),
      );
      expect(attributed({ message, errors }, batch).toBisect.length).toBeLessThanOrEqual(100);
    }
  });
});
