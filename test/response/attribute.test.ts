import type { HubspotError } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { isolate } from '../../nodes/HubspotBatchUpsert/response/attribute';
import { writeOf } from '../support/write';

const writes = [
  writeOf('A', { price: '1', tags: 'x' }),
  writeOf('B', { price: 'abc' }),
  writeOf('C', { price: '3' }),
  writeOf('D', { price: '4', tags: 'bad' }),
];

function isolated(error: HubspotError, of = writes, isTooLarge = false) {
  const { offenders, again, suspects } = isolate(error, of, isTooLarge);
  const ids = (part: typeof writes) => part.map(({ id }) => id);
  return { offenders: ids(offenders), again: again.map(ids), suspects: ids(suspects) };
}

describe('of a batch that HubSpot refused whole', () => {
  it('records named by trace id are taken out', () => {
    const error = { errors: [{ context: { objectWriteTraceId: ['trace-B', 'trace-D'] } }] };
    expect(isolated(error)).toEqual({ offenders: ['B', 'D'], again: [['A', 'C']], suspects: [] });
  });

  it('where all are named nothing is sent again', () => {
    const error = { errors: [{ context: { objectWriteTraceId: ['trace-A', 'trace-B'] } }] };
    expect(isolated(error, writes.slice(0, 2))).toEqual({
      offenders: ['A', 'B'],
      again: [],
      suspects: [],
    });
  });

  it('records with the value that HubSpot refuses are taken out', () => {
    const message = `Property values were not valid: [${JSON.stringify({
      isValid: false,
      message: 'abc was not a valid number',
      error: 'INVALID_INTEGER',
      name: 'price',
    })}]`;
    expect(isolated({ message })).toEqual({
      offenders: ['B'],
      again: [['A', 'C', 'D']],
      suspects: [],
    });
  });

  it('a record whose value another record owns is taken out', () => {
    const message =
      'Cannot set PropertyValueCoordinates{portalId=1, objectTypeId=0-8, propertyName=price, value=3} on 77. 88 already has that value.';
    expect(isolated({ message })).toEqual({
      offenders: ['C'],
      again: [['A', 'B', 'D']],
      suspects: [],
    });
  });

  it('every record that sets a property which does not exist is taken out', () => {
    const error = {
      errors: [{ code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: ['tags'] } }],
    };
    expect(isolated(error)).toEqual({ offenders: ['A', 'D'], again: [['B', 'C']], suspects: [] });
  });

  it('a property that several records set is not enough to blame one of them', () => {
    const error = { errors: [{ code: 'INVALID_INTEGER', context: { propertyName: ['price'] } }] };
    expect(isolated(error)).toEqual({ offenders: [], again: [], suspects: ['A', 'B', 'C', 'D'] });
  });

  it('an error about the value of a property that one record alone sets is', () => {
    const error = { errors: [{ code: 'INVALID_OPTION', context: { propertyName: ['tags'] } }] };
    expect(isolated(error, writes.slice(1))).toEqual({
      offenders: ['D'],
      again: [['B', 'C']],
      suspects: [],
    });
  });

  it('a stage is not enough either: which stages there are depends on the pipeline', () => {
    const deals = [
      writeOf('A', { dealstage: 'won', pipeline: 'x' }),
      writeOf('B', { dealstage: 'won', pipeline: 'y' }),
    ];
    const message = 'won was not one of the allowed options: [lost]';
    const errors = [{ message, code: 'INVALID_OPTION', context: { propertyName: ['dealstage'] } }];
    expect(isolated({ errors }, deals).suspects).toEqual(['A', 'B']);
  });

  const missing = {
    errors: [{ code: 'MISSING_REQUIRED_PROPERTY', context: { propertyName: ['tags'] } }],
  };

  it('a property that is missing is never the fault of the one that has it', () => {
    expect(isolated(missing, writes.slice(1))).toEqual({
      offenders: [],
      again: [],
      suspects: ['B', 'C', 'D'],
    });
  });

  it('the only record without a property that is missing is taken out', () => {
    expect(isolated(missing, [writes[0]!, writes[1]!, writeOf('E', { tags: 'y' })])).toEqual({
      offenders: ['B'],
      again: [['A', 'E']],
      suspects: [],
    });
  });

  const taken = (value: string) =>
    `Cannot set PropertyValueCoordinates{portalId=1, objectTypeId=ObjectTypeId{legacyObjectType=LINE_ITEM}, propertyName=serial, value=${value}} on 12. 34 already has that value.`;

  it.each([
    ['A-1', 'A-1'],
    ['a-1', 'A-1 '],
  ])(
    'a value that another record has and two records send, %j and %j, may belong to one of them',
    (one, two) => {
      const both = [writeOf('owner', { serial: one }), writeOf('other', { serial: two })];
      for (const value of [one, two]) {
        expect(isolated({ message: taken(value) }, both).suspects).toEqual(['owner', 'other']);
      }
    },
  );

  const hostile = 'A} on 1. 2 already has that value';

  it('a value that another record has and that quotes the sentence around it blames nobody else', () => {
    const batch = [writeOf('good', { serial: 'A' }), writeOf('bad', { serial: hostile })];
    expect(isolated({ message: taken(hostile) }, batch)).toEqual({
      offenders: ['bad'],
      again: [['good']],
      suspects: [],
    });
    expect(isolated({ message: taken(hostile) }, [batch[0]!, writeOf('x')]).offenders).toEqual([]);
  });

  it.each(['good was not a valid x', '"good"'])(
    'the value %j, quoted amid a sentence, does not blame who has a part of it',
    (value) => {
      const batch = [writeOf('good', { price: 'good' }), writeOf('bad', { price: value })];
      const entry = { message: `${value} was not a valid number`, name: 'price' };
      const message = `Property values were not valid: ${JSON.stringify([entry])}`;
      expect(isolated({ message }, batch).suspects).toEqual(['good', 'bad']);
    },
  );

  it('an error of an unknown kind about a value that several records have names none of them', () => {
    const entry = { error: 'SOMETHING_NEW', name: 'price', propertyValue: '1' };
    const message = `Property values were not valid: ${JSON.stringify([entry])}`;
    const batch = [writeOf('A', { price: '1' }), writeOf('B', { price: '1' }), writeOf('C')];
    expect(isolated({ message }, batch).suspects).toEqual(['A', 'B', 'C']);
    expect(isolated({ message }, batch.slice(1)).offenders).toEqual(['B']);
  });

  it('all are tested in groups where nobody is named', () => {
    expect(isolated({ message: 'no' }, writes.slice(0, 3))).toEqual({
      offenders: [],
      again: [],
      suspects: ['A', 'B', 'C'],
    });
  });

  it('halves are sent again where the batch was too large, whatever else is said', () => {
    const error = { errors: [{ context: { objectWriteTraceId: ['trace-B'] } }] };
    const halves = [
      ['A', 'B'],
      ['C', 'D'],
    ];
    expect(isolated(error, writes, true)).toEqual({ offenders: [], again: halves, suspects: [] });
  });

  it('ids that HubSpot takes for equal go one after the other, and nobody is to blame', () => {
    const alike = [writeOf('x'), writeOf('other'), writeOf('X')];
    const error = {
      message: 'Duplicate IDs found in batch input: [x]. IDs must be unique',
      context: { ids: ['x'] },
    };
    expect(isolated(error, alike)).toEqual({
      offenders: [],
      again: [['x', 'other'], ['X']],
      suspects: [],
    });
  });

  it('however many ids are repeated, it takes as many batches as the most frequent of them', () => {
    const alike = ['a', 'b', 'A', 'c', 'B', 'a '].map((id) => writeOf(id));
    const message = 'Duplicate IDs found in batch input: [a, b]. IDs must be unique';
    expect(isolated({ message }, alike).again).toEqual([['a', 'b', 'c'], ['A', 'B'], ['a ']]);
  });

  it('an id with a comma in it is found in the context, and where it is the only one', () => {
    const alike = [writeOf('a, b'), writeOf('A, B')];
    const message = 'Duplicate IDs found in batch input: [a, b]. IDs must be unique';
    const again = [['a, b'], ['A, B']];
    expect(isolated({ message, context: { ids: ['a, b'] } }, alike).again).toEqual(again);
    expect(isolated({ message }, alike).again).toEqual(again);
  });

  it('a quoted value that speaks of duplicate ids is a value', () => {
    const message = 'Property values were not valid: Duplicate IDs found in batch input: [A]';
    expect(isolated({ message }).suspects).toEqual(['A', 'B', 'C', 'D']);
  });

  it.each([
    ['a taken value', (value: string) => taken(value)],
    ['nearly a taken value', (value: string) => `${taken(value)} x`],
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
      expect(isolated({ message, errors }, batch).suspects.length).toBeLessThanOrEqual(100);
    }
  });

  it('a record that stands alone is to blame', () => {
    expect(isolated({ message: 'no' }, writes.slice(0, 1))).toEqual({
      offenders: ['A'],
      again: [],
      suspects: [],
    });
  });
});
