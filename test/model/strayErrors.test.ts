import { StrayErrors } from '../../nodes/HubspotBatchUpsert/model/strayErrors';

it('each sentence is kept once, and no more of them than can be read', () => {
  const errors = new StrayErrors();
  for (const sentence of ['a', 'b', 'a', 'c', 'd', 'e']) errors.note(sentence);
  expect([...errors.sentences]).toEqual(['a', 'b', 'c', 'd', 'e']);
  errors.note('a');
  expect(errors.areMore).toBe(false);
  errors.note('f');
  expect(errors.areMore).toBe(true);
  expect(errors.sentences.size).toBe(5);
});

it('the beginning of a long one is kept', () => {
  const errors = new StrayErrors();
  errors.note('x'.repeat(2_001));
  errors.note('x'.repeat(2_001));
  expect([...errors.sentences]).toEqual([`${'x'.repeat(2_000)}… (1 more character)`]);
});
