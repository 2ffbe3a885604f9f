import { smallerBatch } from '../../nodes/HubspotBatchUpsert/response/batchSize';
import { hubspotResponse } from '../support/hubspotResponse';

const tooMany = (limit: string) =>
  `The maximum number of inputs supported in a batch is ${limit}. Please reduce the number of items`;

it.each<[status: number, message: string | undefined, size: number | undefined]>([
  [413, undefined, 50],
  [413, 'Request Entity Too Large', 50],
  [400, tooMany('20'), 20],
  [400, tooMany('99'), 99],
  [400, tooMany('100'), 50],
  [400, tooMany('0'), 50],
  [400, tooMany('a few'), 50],
  [400, `"${tooMany('20')}" is no name`, undefined],
  [400, undefined, undefined],
])('after %i %j the next request holds so many of a hundred: %p', (status, message, size) => {
  expect(smallerBatch(hubspotResponse(status, { message }), 100)).toBe(size);
});

it('of an odd number the first half is the greater', () => {
  expect(smallerBatch(hubspotResponse(413), 5)).toBe(3);
});
