import { progressLine } from '../../nodes/HubspotBatchUpsert/output/progressLine';

const NONE = { turn: 0, response: 0, retry: 0 };

it.each([
  [0, 1, 0, 0, NONE, '0 of 1 item done, 0 requests.'],
  [1, 2, 1, 0, NONE, '1 of 2 items done, 1 request.'],
  [
    12_300,
    100_000,
    1_243,
    3,
    { turn: 1, response: 18, retry: 1 },
    '12,300 of 100,000 items done, 1,243 requests, 3 retried. Waiting for: 18 responses, 1 turn to leave, 1 retry.',
  ],
  [
    0,
    2,
    2,
    0,
    { turn: 2, response: 1, retry: 2 },
    '0 of 2 items done, 2 requests. Waiting for: 1 response, 2 turns to leave, 2 retries.',
  ],
])('%d of %d done', (done, size, requests, retried, waiting, line) => {
  expect(progressLine({ ledger: { done, size }, traffic: { requests, retried, waiting } })).toBe(
    line,
  );
});
