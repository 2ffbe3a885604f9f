import type { FaultAction } from '../../sandbox/hubspot/faults/fault';
import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

const inputs = [lineItem('a'), lineItem('b', { quantity: 'x' })];

async function upsertWith(action: FaultAction | FaultAction[]) {
  const sandbox = await sandboxForTest({ shuffleResults: false });
  sandbox.faults.add({ match: { path: '/batch/upsert' }, do: action });
  const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs });
  return { sandbox, answer, written: sandbox.store.count('line_items') };
}

const CLIENT_FAULTS = [400, 401, 403, 404, 405, 407, 409, 413, 414, 422, 423, 429, 477, 499];
const SERVER_FAULTS = [
  500, 501, 502, 503, 504, 505, 507, 511, 520, 521, 522, 523, 524, 525, 526, 530, 599,
];
const OF_NO_STANDARD = [600, 900, 999];

test.each([...CLIENT_FAULTS, ...SERVER_FAULTS, ...OF_NO_STANDARD])(
  'status %i strikes before the write, or after it',
  async (status) => {
    const before = await upsertWith({ kind: 'status', status, retryAfterSeconds: 7 });
    expect(before.answer.status).toBe(status);
    expect(before.answer.headers['retry-after']).toBe('7');
    expect(before.written).toBe(0);

    const after = await upsertWith({ kind: 'status', status, when: 'after' });
    expect(after.answer.status).toBe(status);
    expect(after.written).toBe(1);
  },
);

test('a 429 has the body of the policy asked for', async () => {
  const { answer } = await upsertWith({ kind: 'status', status: 429, policy: 'search' });
  expect(answer.data.category).toBe('RATE_LIMITS');
  expect(answer.data).not.toHaveProperty('policyName');
});

test('a 407 is the page of a proxy', async () => {
  const { answer } = await upsertWith({ kind: 'status', status: 407 });
  expect(answer.headers['proxy-authenticate']).toBe('Basic realm="proxy"');
  expect(answer.data).toMatch(/^<html>/);
});

test('a 409 refuses the whole batch as a conflict', async () => {
  const { answer, written } = await upsertWith({ kind: 'status', status: 409 });
  expect(answer.data.category).toBe('CONFLICT');
  expect(written).toBe(0);
});

test('a body and headers of the test are sent as they are', async () => {
  const { answer } = await upsertWith({
    kind: 'status',
    status: 400,
    body: { odd: true },
    headers: { 'x-odd': 'yes' },
  });
  expect(answer.data).toEqual({ odd: true });
  expect(answer.headers['x-odd']).toBe('yes');
});

test.each<[string, FaultAction, (answer: unknown) => void]>([
  ['html', { kind: 'html' }, (data) => expect(data).toMatch(/^<!doctype html>/)],
  ['an empty body', { kind: 'emptyBody' }, (data) => expect(data).toBe('')],
])('%s comes after the write', async (_name, action, check) => {
  const { answer, written } = await upsertWith(action);
  expect(answer.status).toBe(200);
  check(answer.data);
  expect(written).toBe(1);
});

test('a redirect leads where the test says', async () => {
  const { answer } = await upsertWith({ kind: 'redirect', to: 'http://127.0.0.1:9/', status: 307 });
  expect([answer.status, answer.headers.location]).toEqual([307, 'http://127.0.0.1:9/']);
});

test('a silent no-op writes nothing and says COMPLETE', async () => {
  const { answer, written } = await upsertWith({ kind: 'silentNoop' });
  expect(answer.data).toEqual({ status: 'COMPLETE', results: [] });
  expect(written).toBe(0);
});
