import { propertyErrors } from '../../nodes/HubspotBatchUpsert/hubspot/propertyErrors';
import type { HubspotError } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { namedBy, namedWithoutTraceId } from '../../nodes/HubspotBatchUpsert/response/namedBy';
import { writeOf } from '../support/write';

const writes = [
  writeOf('A', { price: 'abc', tint: 'red' }),
  writeOf('B', { price: 'abc', name: 'Bolt' }),
  writeOf('C', { tint: '', name: 'nut' }),
];

const notValid = (entry: object) => ({
  message: `Property values were not valid: ${JSON.stringify([entry])}`,
});
const taken = (property: string, value: string) => ({
  message: `Cannot set PropertyValueCoordinates{propertyName=${property}, value=${value}} on 1. 2 already has that value.`,
});
const traced = (...traceIds: string[]) => ({ context: { objectWriteTraceId: traceIds } });

const ids = (named: Iterable<{ id: string }>) => [...named].map(({ id }) => id);

describe('a refusal of the batch names', () => {
  it.each<[string, HubspotError, string[]]>([
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
    ['the only one whose value is taken, in any case', taken('name', 'bolt'), ['B']],
    ['the only one whose id is taken', taken('sku', 'a'), ['A']],
    ['none of several whose value is taken', taken('price', 'abc'), []],
    [
      'nobody where it may be about the record as a whole',
      notValid({ name: 'name', error: 'SOMETHING_NEW' }),
      [],
    ],
    ['nobody where it says nothing', {}, []],
  ])('%s', (_, error, named) => {
    expect(ids(namedBy(error, propertyErrors(error), writes))).toEqual(named);
  });

  it('the only one that sets the property where the value is not told', () => {
    const error = notValid({ name: 'price', error: 'INVALID_INTEGER' });
    expect(ids(namedBy(error, propertyErrors(error), writes.slice(1)))).toEqual(['B']);
  });
});

describe('an error among others names', () => {
  const price = notValid({ name: 'price', error: 'PROPERTY_DOESNT_EXIST' });

  it.each<[string, HubspotError, string[]]>([
    ['whose ids it lists, in any case', { context: { ids: ['a', 'C'] } }, ['A', 'C']],
    ['those alone, whatever else it says', { ...price, context: { ids: ['B'] } }, ['B']],
    ['whom it objects to where it lists no id of theirs', price, ['A', 'B']],
    ['nobody of these where it quotes a trace id', { ...price, ...traced('foreign') }, []],
    ['nobody where it says nothing', {}, []],
  ])('%s', (_, error, named) => {
    expect(ids(namedWithoutTraceId(error, writes, 3))).toEqual(named);
  });

  it('the only record of a batch, even where it says nothing', () => {
    const [only] = writes;
    expect(namedWithoutTraceId({}, [only!], 1)).toEqual([only]);
    expect(namedWithoutTraceId({}, [only!], 2)).toEqual([]);
    expect(namedWithoutTraceId(traced('foreign'), [only!], 1)).toEqual([]);
  });
});
