import type { RecordResult } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { SharedTexts } from '../../nodes/HubspotBatchUpsert/response/sharedTexts';
import { writeOf } from '../support/write';

const AT = '2025-06-01T12:00:00.000Z';

it('an error stays what HubSpot said', () => {
  const error = {
    message: 'x',
    context: { options: ['a', 'b', 'a'], ids: [] },
    errors: [{ message: 'x', code: undefined, subCategory: 7 }, { in: 'a' }],
  };
  const shared = structuredClone(error);
  new SharedTexts().shareWithin(shared);
  expect(shared).toEqual(error);
});

it.each<[string, RecordResult]>([
  [
    'a whole one',
    {
      id: '512',
      properties: { sku: 'A', name: 'x', price: '2.5', hs_object_id: '512', hs_createdate: AT },
      createdAt: AT,
      updatedAt: AT,
      archived: false,
      url: 'https://app.hubspot.com/contacts/1/record/0-8/512',
      new: true,
      objectWriteTraceId: 'trace-A',
      warnings: [{ message: 'x' }],
    },
  ],
  ['one whose values differ from those sent', { id: '512', properties: { name: 'y', price: '' } }],
  ['one whose address does not end in its id', { id: '5', url: 'https://a.example/5/edit' }],
  ['one whose address is its id', { id: '5', url: '5' }],
  ['one with an empty id', { id: '', url: 'https://a.example/' }],
  [
    'one with a property that is called url',
    { id: '5', properties: { url: 'https://a.example/5' } },
  ],
  [
    'one with a property of the name that means something to every object',
    {
      id: '5',
      properties: JSON.parse('{"__proto__":"x","constructor":"5"}') as Record<string, unknown>,
    },
  ],
  ['one without properties', { id: '5', properties: undefined }],
  ['one of null and numbers', { id: 5, url: 7, properties: { a: null, b: 2 } } as never],
])('a result stays what HubSpot sent: %s', (_, result) => {
  const texts = new SharedTexts();
  texts.share({ ...result }, writeOf('A', { name: 'x' }));
  const shared = structuredClone(result);
  texts.share(shared, writeOf('A', { name: 'x', price: '2.5' }));
  expect(shared).toEqual(result);
});
