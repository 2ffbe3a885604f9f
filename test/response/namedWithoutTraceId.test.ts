import { NO_ERROR, parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';
import { namedWithoutTraceId } from '../../nodes/HubspotBatchUpsert/response/namedRecords';
import { notValid, traced } from '../support/refusals';
import { writeOf } from '../support/write';

const writes = [
  writeOf('A', { price: 'abc', tint: 'red' }),
  writeOf('B', { price: 'abc', name: 'Bolt' }),
  writeOf('C', { tint: '', name: 'nut' }),
];

describe('an error among others names', () => {
  const price = notValid({ name: 'price', error: 'PROPERTY_DOESNT_EXIST' });

  it.each<[string, object, string[]]>([
    ['whose ids it lists, in any case', { context: { ids: ['a', 'C'] } }, ['A', 'C']],
    ['whose ids stand in a list that was made text', { context: { ids: '[a, C]' } }, ['A', 'C']],
    ['those alone, whatever else it says', { ...price, context: { ids: ['B'] } }, ['B']],
    ['whom it objects to where it lists no id of theirs', price, ['A', 'B']],
    ['nobody of these where it quotes a trace id', { ...price, ...traced('foreign') }, []],
    ['nobody where it says nothing', {}, []],
  ])('%s', (_, error, named) => {
    const { certain, quoted } = namedWithoutTraceId(parseError(error), writes, 3);
    expect(certain.map(({ id }) => id)).toEqual(named);
    expect(quoted).toEqual([]);
  });

  it('the only record of a batch, even where it says nothing', () => {
    const [only] = writes;
    expect(namedWithoutTraceId(NO_ERROR, [only!], 1)).toEqual({ certain: [only], quoted: [] });
    expect(namedWithoutTraceId(NO_ERROR, [only!], 2)).toEqual({ certain: [], quoted: [] });
    expect(namedWithoutTraceId(parseError(traced('foreign')), [only!], 1)).toEqual({
      certain: [],
      quoted: [],
    });
  });
});
