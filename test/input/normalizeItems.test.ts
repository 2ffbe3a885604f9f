import { normalizeItems } from '../../nodes/HubspotBatchUpsert/input/normalizeItems';

const binary = { data: { data: '', mimeType: 'text/plain' } };

it.each([
  [{ binary }, { binary, json: {} }],
  [{}, { json: {} }],
  [{ json: '' }, { json: {} }],
  [{ json: 7 }, { json: {} }],
  [{ json: null }, { json: {} }],
  [{ json: ['a'] }, { json: {} }],
  [null, { json: {} }],
  [undefined, { json: {} }],
  ['text', { json: {} }],
])('%j has no fields', (item, normalized) => {
  expect(normalizeItems([item])).toMatchObject([normalized]);
});

it('an item with fields stays the very same', () => {
  const item = { json: { a: 1 }, binary };
  expect(normalizeItems([item])[0]).toBe(item);
});
