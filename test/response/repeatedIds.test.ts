import { attributed } from '../support/attributed';
import { writeOf } from '../support/write';

const refused = (error: object, ids: string[]) =>
  attributed(
    error,
    ids.map((id) => writeOf(id)),
  );
/** The batches in which the refused one is sent again, with nobody to blame. */
function parts(error: object, ...ids: string[]) {
  const { resend, ...others } = refused(error, ids);
  expect(others).toEqual({ bad: [], toBisect: [] });
  return resend;
}

const repeated = (list: string) => ({
  message: `Duplicate IDs found in batch input: [${list}]. IDs must be unique`,
});
const listed = (...ids: string[]) => ({ ...repeated('one, two'), context: { ids } });

describe('ids that HubSpot takes for equal go one after the other, and nobody is to blame:', () => {
  it('the first of each id in the first batch, the second in the second', () => {
    expect(parts(listed('a', 'b'), 'a', 'b', 'A', 'c', 'B', ' a')).toEqual([
      ['a', 'b', 'c'],
      ['A', 'B'],
      [' a'],
    ]);
  });

  it('records with other ids go with the first', () => {
    const error = { ...repeated('x'), context: { ids: ['x'] } };
    expect(parts(error, 'x', 'other', 'X')).toEqual([['x', 'other'], ['X']]);
  });

  it('as many batches as the most frequent of them stands in', () => {
    expect(parts(repeated('a, b'), 'a', 'b', 'A', 'c', 'B', 'a ')).toEqual([
      ['a', 'b', 'c'],
      ['A', 'B'],
      ['a '],
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

  it('an id with a comma and a space is found in the context, and where it is the only one', () => {
    const inBoth = { ...repeated('a, b'), context: { ids: ['a, b'] } };
    expect(parts(inBoth, 'a, b', 'A, B')).toEqual([['a, b'], ['A, B']]);
    expect(parts(repeated('a, b'), 'a, b', 'A, B')).toEqual([['a, b'], ['A, B']]);
  });

  it('and brackets within an id are its own', () => {
    expect(parts(repeated('a[1]'), 'a[1]', 'A[1]')).toEqual([['a[1]'], ['A[1]']]);
  });
});

describe('a batch stays whole, and is bisected', () => {
  it.each([
    ['where HubSpot repeats an id of no record', repeated('x')],
    ['where the refusal is about something else', { message: 'No [a]', context: { ids: ['a'] } }],
    ['where the refusal says nothing', { context: { ids: ['a'] } }],
    ['where the list is empty', repeated('')],
    ['where there is no list', { message: 'Duplicate IDs found: x, a.' }],
    ['where the list is cut off', { message: 'Duplicate IDs found in batch input: [a, b, c' }],
    [
      'where a quoted value speaks of duplicate ids',
      { message: 'Property values were not valid: Duplicate IDs found in batch input: [a]' },
    ],
  ])('%s', (_, error) => {
    expect(refused(error, ['a', 'A', 'b'])).toEqual({
      bad: [],
      resend: [],
      toBisect: ['a', 'A', 'b'],
    });
  });
});
