import type { FaultMatch } from '../../sandbox/hubspot/faults/fault';
import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

const DETAILS = '/account-info/v3/details';

test.each<[FaultMatch, number[]]>([
  [{}, [1, 2, 3, 4, 5, 6]],
  [{ nth: 2 }, [2]],
  [{ every: 2 }, [2, 4, 6]],
  [{ every: 2, times: 2 }, [2, 4]],
  [{ times: 1 }, [1]],
  [{ path: /details$/, method: 'get', nth: 6 }, [6]],
  [{ path: '/crm/' }, []],
  [{ method: 'POST' }, []],
])('%j strikes requests %j of six', async (match, expected) => {
  const sandbox = await sandboxForTest();
  const order = sandbox.faults.add({ match, do: { kind: 'status', status: 503 } });
  const http = client(sandbox);
  const struck: number[] = [];
  for (let request = 1; request <= 6; request++) {
    if ((await http.get(DETAILS)).status === 503) struck.push(request);
  }
  expect(struck).toEqual(expected);
  expect(order.fired()).toBe(expected.length);
});

test('a batch is struck for an id in it', async () => {
  const sandbox = await sandboxForTest();
  const poison = sandbox.faults.add({
    match: { containsId: 'bad' },
    do: { kind: 'status', status: 409 },
  });
  const http = client(sandbox);
  const status = async (...ids: string[]) =>
    (await http.post(LINE_ITEMS_UPSERT, { inputs: ids.map((id) => lineItem(id)) })).status;

  expect(await status('a', 'bad')).toBe(409);
  expect(await status('a')).toBe(200);
  poison.remove();
  expect(await status('a', 'bad')).toBe(200);
});

test('only requests with the query asked for are struck', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: '/properties/', query: { dataSensitivity: 'sensitive' } },
    do: { kind: 'status', status: 403 },
  });
  const http = client(sandbox);

  expect((await http.get('/crm/v3/properties/contacts')).status).toBe(200);
  expect((await http.get('/crm/v3/properties/contacts?dataSensitivity=sensitive')).status).toBe(
    403,
  );
});

test('faults can lie on several endpoints at once', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: '/crm/v3/properties/', times: 1 },
    do: { kind: 'status', status: 429, policy: 'SECONDLY' },
  });
  sandbox.faults.add({ match: { path: '/crm/v3/properties/' }, do: { kind: 'html' } });
  sandbox.faults.add({ match: { path: DETAILS }, do: { kind: 'emptyBody' } });
  const http = client(sandbox);
  const data = async (path: string) => (await http.get(path)).data;

  expect(await data('/crm/v3/properties/contacts')).toMatchObject({ policyName: 'SECONDLY' });
  expect(await data('/crm/v3/properties/contacts')).toMatch(/^<!doctype html>/);
  expect(await data(DETAILS)).toBe('');
});

test('requests that are refused anyway are neither struck nor counted', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { nth: 1 }, do: { kind: 'status', status: 503 } });

  expect((await client(sandbox, 'unknown').get(DETAILS)).status).toBe(401);
  expect((await client(sandbox).get(DETAILS)).status).toBe(503);
});

test('random faults are the same for the same seed', async () => {
  const pattern = async (seed: number) => {
    const sandbox = await sandboxForTest();
    sandbox.faults.random({
      seed,
      rate: 0.4,
      do: [
        { kind: 'status', status: 500 },
        { kind: 'status', status: 502 },
      ],
    });
    const http = client(sandbox);
    const statuses: number[] = [];
    for (let request = 0; request < 40; request++) statuses.push((await http.get(DETAILS)).status);
    return statuses;
  };

  const first = await pattern(3);
  expect(new Set(first)).toEqual(new Set([200, 500, 502]));
  expect(await pattern(3)).toEqual(first);
  expect(await pattern(4)).not.toEqual(first);
});
