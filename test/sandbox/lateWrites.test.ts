import { setImmediate } from 'node:timers/promises';
import type { FaultAction, FaultMatch } from '../../sandbox/hubspot/faults/fault';
import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

/** An upsert of `old` that is late, and ways to go on. */
async function lateUpsert(until?: FaultMatch, ...more: FaultAction[]) {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: '/batch/upsert', nth: 1 },
    do: [{ kind: 'lateWrite', until }, ...more],
  });
  const http = client(sandbox);
  const givingUp = new AbortController();
  http.defaults.signal = givingUp.signal;
  const write = (name: string, id = 'a') =>
    http.post(LINE_ITEMS_UPSERT, { inputs: [lineItem(id, { name })] }).then(
      ({ status }) => status,
      ({ code }: { code: string }) => code,
    );
  const writing = write('old');
  if (more.some(({ kind }) => kind === 'hang')) {
    while (sandbox.faults.lateWrites.waiting === 0) await setImmediate();
    givingUp.abort();
  }
  const first = await writing;
  return {
    sandbox,
    http,
    first,
    write,
    stored: () => sandbox.store.find('line_items', 'invoice_line_key', 'a')?.properties.name,
  };
}

test.each<[string, FaultAction[], number | string]>([
  ['a 504', [], 504],
  ['another status', [{ kind: 'status', status: 502 }], 502],
  ['a reset', [{ kind: 'reset' }], 'ECONNRESET'],
  ['silence', [{ kind: 'hang' }], 'ERR_CANCELED'],
])('a write that is answered with %s comes in when the test says so', async (_, more, answer) => {
  const { sandbox, first, stored } = await lateUpsert(undefined, ...more);
  expect([first, stored(), sandbox.faults.lateWrites.waiting]).toEqual([answer, undefined, 1]);

  sandbox.faults.lateWrites.letInAll();
  expect([stored(), sandbox.faults.lateWrites.waiting]).toEqual(['old', 0]);
  expect(sandbox.log.upserts()[0]!.written).toHaveLength(1);
});

test('an older value comes in after a newer one', async () => {
  const { write, stored } = await lateUpsert({ path: '/batch/upsert', nth: 2 });
  expect(await write('old')).toBe(200);
  expect(await write('new')).toBe(200);
  expect(stored()).toBe('old');
});

test('or after a request of another kind, or one for the same record', async () => {
  const read = await lateUpsert({ path: '/batch/read' });
  await read.write('b', 'b');
  expect(read.stored()).toBeUndefined();
  await read.http.post('/crm/v3/objects/line_items/batch/read', {
    inputs: [{ id: '1' }],
    properties: [],
    propertiesWithHistory: [],
  });
  expect(read.stored()).toBe('old');

  const same = await lateUpsert({ containsId: 'a' });
  await same.write('b', 'b');
  expect(same.stored()).toBeUndefined();
  await same.write('new');
  expect(same.stored()).toBe('old');
});

test('a request that HubSpot does not work on lets nothing in', async () => {
  const { sandbox, write, stored } = await lateUpsert({ path: '/batch/upsert' });
  sandbox.faults.add({ match: { times: 1 }, do: { kind: 'status', status: 503 } });
  expect(await write('new')).toBe(503);
  expect(stored()).toBeUndefined();
  expect(await write('new')).toBe(200);
  expect(stored()).toBe('old');
});
