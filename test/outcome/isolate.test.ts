import type { HubspotError } from '../../nodes/HubspotBatchUpsert/hubspot/shapes';
import { isolate } from '../../nodes/HubspotBatchUpsert/outcome/isolate';
import { writeOf } from '../records/write';

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

  it('records with the value that HubSpot objects to are taken out', () => {
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

  it('a property that one record alone sets is', () => {
    const error = { errors: [{ code: 'INVALID_OPTION', context: { propertyName: ['tags'] } }] };
    expect(isolated(error, writes.slice(1))).toEqual({
      offenders: ['D'],
      again: [['B', 'C']],
      suspects: [],
    });
  });

  it('all are suspects where nobody is named', () => {
    expect(isolated({ message: 'no' }, writes.slice(0, 3))).toEqual({
      offenders: [],
      again: [],
      suspects: ['A', 'B', 'C'],
    });
  });

  it('halves are sent again where the batch was too large, whatever else is said', () => {
    const error = { errors: [{ context: { objectWriteTraceId: ['trace-B'] } }] };
    expect(isolated(error, writes, true).again).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ]);
  });

  it('ids that HubSpot takes for equal go one after the other, and nobody is to blame', () => {
    const alike = [writeOf('x'), writeOf('other'), writeOf('X')];
    const error = {
      message: 'Duplicate IDs found in batch input: [x]. IDs must be unique',
      context: { ids: ['x'] },
    };
    expect(isolated(error, alike)).toEqual({
      offenders: [],
      again: [['other'], ['x'], ['X']],
      suspects: [],
    });
  });

  it('a record that stands alone is to blame', () => {
    expect(isolated({ message: 'no' }, writes.slice(0, 1))).toEqual({
      offenders: ['A'],
      again: [],
      suspects: [],
    });
  });
});
