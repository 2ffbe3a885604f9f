import { toldOf } from '../../bench/ways/chunks';

it('without trace ids a result is read as that of the input in its place', () => {
  expect(toldOf(200, 2, [{ id: '7' }, { id: '8' }])).toEqual([
    { verdict: 'written', recordId: '7' },
    { verdict: 'written', recordId: '8' },
  ]);
});

it('an input without a result in its place has no id', () => {
  expect(toldOf(207, 2, [{ id: '7' }])[1]).toEqual({ verdict: 'written', recordId: undefined });
});

it('a refusal of several names none of them, a refusal of one does', () => {
  expect(toldOf(400, 2).map(({ verdict }) => verdict)).toEqual([
    'refusedTogether',
    'refusedTogether',
  ]);
  expect(toldOf(409, 1)).toEqual([{ verdict: 'refused', recordId: undefined }]);
});

it('too many requests and no answer are told as such', () => {
  expect(toldOf(429, 1)[0]?.verdict).toBe('throttled');
  expect(toldOf(502, 1)[0]?.verdict).toBe('unanswered');
  expect(toldOf(undefined, 1)[0]?.verdict).toBe('unanswered');
});
