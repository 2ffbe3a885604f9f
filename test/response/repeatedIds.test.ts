import { withoutRepeatedIds } from '../../nodes/HubspotBatchUpsert/response/repeatedIds';
import { writeOf } from '../support/write';

const parts = (error: object, ...ids: string[]) =>
  withoutRepeatedIds(
    error,
    ids.map((id) => writeOf(id)),
  ).map((part) => part.map(({ id }) => id));

const repeated = (list: string) => ({
  message: `Duplicate IDs found in batch input: [${list}]. IDs must be unique`,
});
const listed = (...ids: string[]) => ({ ...repeated('one, two'), context: { ids } });

describe('a batch is parted so that no id is twice in a part', () => {
  it('with the first of each id in the first part, the second in the second', () => {
    expect(parts(listed('a', 'b'), 'a', 'b', 'A', 'c', 'B', ' a')).toEqual([
      ['a', 'b', 'c'],
      ['A', 'B'],
      [' a'],
    ]);
  });

  it.each([
    ['the message names them', repeated('a-1, b-1')],
    ['the message names them in another case', repeated('A-1, B-1')],
    ['the context lists them', listed('a-1', 'b-1')],
  ])('where %s', (_, error) => {
    expect(parts(error, 'a-1', 'A-1', 'b-1', 'B-1')).toEqual([
      ['a-1', 'b-1'],
      ['A-1', 'B-1'],
    ]);
  });

  it('by the id as a whole where it holds a comma', () => {
    expect(parts(repeated('a,b'), 'a,b', 'A,B')).toEqual([['a,b'], ['A,B']]);
    expect(parts(listed('a,b'), 'a,b', 'A,B', 'a', 'A')).toEqual([['a,b', 'a', 'A'], ['A,B']]);
  });

  it('and brackets within an id are its own', () => {
    expect(parts(repeated('a[1]'), 'a[1]', 'A[1]')).toEqual([['a[1]'], ['A[1]']]);
  });
});

describe('a batch stays whole', () => {
  it.each([
    ['where HubSpot repeats an id of no record', repeated('x')],
    ['where the refusal is about something else', { message: 'No [a]', context: { ids: ['a'] } }],
    ['where the refusal says nothing', { context: { ids: ['a'] } }],
    ['where the list is empty', repeated('')],
    ['where there is no list', { message: 'Duplicate IDs found: x, a.' }],
    ['where the list is cut off', { message: 'Duplicate IDs found in batch input: [a, b, c' }],
  ])('%s', (_, error) => {
    expect(parts(error, 'a', 'A', 'b')).toEqual([['a', 'A', 'b']]);
  });
});
