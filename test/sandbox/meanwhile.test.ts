import type { FaultAction } from '../../sandbox/hubspot/faults/fault';
import type { Crm } from '../../sandbox/hubspot/crm/crm';
import { LINE_ITEMS_CREATE, client, newLineItem, sandboxForTest } from './client';

const LINE_ITEMS = '/crm/v3/objects/line_items/batch';

test('another writer comes in between two requests', async () => {
  const sandbox = await sandboxForTest();
  const id = sandbox.store.put('line_items', { invoice_line_key: 'a', quantity: '1', name: 'x' });
  const order = sandbox.faults.add({
    match: { path: '/batch/update', nth: 2 },
    do: { kind: 'meanwhile', run: (store) => store.put('line_items', { name: 'other' }, id) },
  });
  const http = client(sandbox);
  const update = async (quantity: string) =>
    (await http.post(`${LINE_ITEMS}/update`, { inputs: [{ id, properties: { quantity } }] }))
      .status;
  const stored = () => sandbox.store.find('line_items', 'hs_object_id', id)?.properties;

  expect(await update('2')).toBe(200);
  expect(stored()).toMatchObject({ quantity: '2', name: 'x' });
  expect(await update('3')).toBe(200);
  expect(stored()).toMatchObject({ quantity: '3', name: 'other' });
  expect(order.fired()).toBe(1);
  expect(sandbox.log.of('update').map(({ faults }) => faults)).toEqual([[], ['meanwhile']]);
});

test.each<[string, (store: Crm, id: string) => void, string, object, number]>([
  [
    'a record with the same key',
    (store) => store.put('line_items', { invoice_line_key: 'new' }),
    'create',
    newLineItem('new'),
    207,
  ],
  [
    'a record less',
    (store, id) => store.remove('line_items', id),
    'update',
    { id: 'a', idProperty: 'invoice_line_key', properties: {} },
    207,
  ],
])('what HubSpot answers shows %s', async (_, run, operation, input, status) => {
  const sandbox = await sandboxForTest();
  const id = sandbox.store.put('line_items', { invoice_line_key: 'a' });
  sandbox.faults.add({ do: { kind: 'meanwhile', run: (store) => run(store, id) } });
  const answer = await client(sandbox).post(`${LINE_ITEMS}/${operation}`, { inputs: [input] });
  expect([answer.status, answer.data.results]).toEqual([status, []]);
});

test.each<[FaultAction, number, string[]]>([
  [{ kind: 'status', status: 503 }, 503, ['b']],
  [{ kind: 'status', status: 503, when: 'after' }, 503, ['b', 'a']],
  [{ kind: 'lateWrite' }, 504, ['b']],
])('it goes with %j', async (fault, status, keys) => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    do: [{ kind: 'meanwhile', run: (s) => s.put('line_items', { invoice_line_key: 'b' }) }, fault],
  });
  const answer = await client(sandbox).post(LINE_ITEMS_CREATE, { inputs: [newLineItem('a')] });
  expect(answer.status).toBe(status);
  expect(
    sandbox.store.records('line_items').map(({ properties }) => properties.invoice_line_key),
  ).toEqual(keys);
});
