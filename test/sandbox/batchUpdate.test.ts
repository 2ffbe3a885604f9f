import type { FaultAction } from '../../sandbox/hubspot/faults/fault';
import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { client, sandboxForTest, untraced } from './client';

const V3 = '/crm/v3/objects/line_items/batch/update';
const DATED = '/crm/objects/2026-09/line_items/batch/update';
const MISSING =
  'Could not get some LINE_ITEM objects, they may be deleted or not exist. Check that ids are valid.';

/** A sandbox with one line item of the key `a`. */
async function account(options: Partial<SandboxOptions> = {}) {
  const sandbox = await sandboxForTest(options);
  const id = sandbox.store.put('line_items', { invoice_line_key: 'a', name: 'Lantern' });
  const http = client(sandbox);
  return {
    sandbox,
    id,
    update: (inputs: object[], path = V3) => http.post(path, { inputs }),
    quantity: () => sandbox.store.find('line_items', 'hs_object_id', id)?.properties.quantity,
  };
}

/** An input that sets the quantity to 2. */
function two(id: string, idProperty?: string) {
  return { id, idProperty, objectWriteTraceId: `trace-${id}`, properties: { quantity: '2' } };
}

const byKey = (key: string) => two(key, 'invoice_line_key');

test.each([
  ['v3', V3],
  ['2026-09', DATED],
])('%s updates by record id or by a unique property', async (_, path) => {
  const { sandbox, id, update, quantity } = await account();
  for (const input of [two(id), byKey('a')]) {
    sandbox.store.put('line_items', { quantity: '1' }, id);
    const { status, data } = await update([input], path);
    expect(status).toBe(200);
    expect(data.results).toMatchObject([
      { id, objectWriteTraceId: input.objectWriteTraceId, properties: { quantity: '2' } },
    ]);
    expect(data.results[0]).not.toHaveProperty('new');
    expect(quantity()).toBe('2');
  }
  expect(sandbox.log.of('update').map(({ written }) => written)).toEqual([[id], [id]]);
});

test.each(['hs_object_id', 'name', 'no_such_property'])(
  'idProperty %s is refused as non-unique',
  async (idProperty) => {
    const { id, update, quantity } = await account();
    const { status, data } = await update([two(id, idProperty)]);
    expect(status).toBe(400);
    expect(data.message).toBe(
      `Unable to perform update/upsert by non-unique 0-8 property ${idProperty} in portal ID 1234567`,
    );
    expect(quantity()).toBeUndefined();
  },
);

test.each<[Partial<SandboxOptions>, number]>([
  [{}, 400],
  [{ updatesByEmail: 'written' }, 200],
])('with %j an update of contacts by email is a %i', async (options, expected) => {
  const sandbox = await sandboxForTest(options);
  sandbox.store.put('contacts', { email: 'a@example.org' });
  const { status } = await client(sandbox).post('/crm/v3/objects/contacts/batch/update', {
    inputs: [{ id: 'a@example.org', idProperty: 'email', properties: { firstname: 'A' } }],
  });
  expect(status).toBe(expected);
});

test.each([
  ['with', (input: ReturnType<typeof two>) => input, ['trace-x']],
  ['without', untraced, undefined],
] as const)(
  'a record that is not there is an error of its own, %s trace ids',
  async (_, made, objectWriteTraceId) => {
    const { sandbox, id, update, quantity } = await account();
    const { status, data } = await update([made(two(id)), made(byKey('x'))]);

    expect(status).toBe(207);
    expect(data.errors).toEqual([
      {
        status: 'error',
        category: 'OBJECT_NOT_FOUND',
        message: MISSING,
        context: { ids: ['x'], ...(objectWriteTraceId && { objectWriteTraceId }) },
      },
    ]);
    expect([sandbox.store.count('line_items'), quantity()]).toEqual([1, '2']);
  },
);

test('one error may name all that are not there', async () => {
  const { update, quantity } = await account({ missingInUpdate: 'oneError' });
  const bad = { ...byKey('a'), properties: { quantity: 'x' } };
  const { status, data } = await update([byKey('x'), bad, byKey('y')]);

  expect(status).toBe(207);
  expect(data.numErrors).toBe(2);
  expect(data.errors).toMatchObject([
    { context: { objectWriteTraceId: ['trace-a'] } },
    { category: 'OBJECT_NOT_FOUND', context: { ids: ['x', 'y'] } },
  ]);
  expect(quantity()).toBeUndefined();
});

test.each<[Partial<SandboxOptions>, string, object | string]>([
  [{}, V3, { category: 'OBJECT_NOT_FOUND', message: MISSING, context: { ids: ['x'] } }],
  [{}, DATED, { category: 'OBJECT_NOT_FOUND' }],
  [{ emptyNotFound: true }, DATED, ''],
])('or it may refuse the batch: with %j %s answers 404', async (options, path, body) => {
  const { id, update, quantity } = await account({ missingInUpdate: 'refusesBatch', ...options });
  const { status, data } = await update([two(id), byKey('x')], path);

  expect(status).toBe(404);
  if (typeof body === 'string') expect(data).toBe(body);
  else expect(data).toMatchObject(body);
  expect(quantity()).toBeUndefined();
});

test('a wrong value without a trace id refuses the batch', async () => {
  const { id, update, quantity } = await account();
  const bad = untraced({ ...byKey('a'), properties: { quantity: 'x' } });
  const { status } = await update([bad, untraced(two(id))]);
  expect([status, quantity()]).toEqual([400, undefined]);
});

test('a value that another record has is a conflict', async () => {
  const { sandbox, id, update } = await account({ conflictWording: 'existingId' });
  const otherId = sandbox.store.put('line_items', { invoice_line_key: 'b' });
  const { data } = await update([{ ...two(id), properties: { invoice_line_key: 'b' } }]);
  expect(data.errors).toMatchObject([
    {
      category: 'CONFLICT',
      context: { existingId: [otherId], objectWriteTraceId: [`trace-${id}`] },
    },
  ]);
});

test('an id twice refuses the batch', async () => {
  const { id, update, quantity } = await account();
  const { status } = await update([two(id), { ...two(id), objectWriteTraceId: 'other' }]);
  expect([status, quantity()]).toEqual([400, undefined]);
});

test.each<[FaultAction, object, string | undefined]>([
  [{ kind: 'status', status: 503 }, { status: 503 }, undefined],
  [{ kind: 'status', status: 503, when: 'after' }, { status: 503 }, '2'],
  [{ kind: 'lateWrite' }, { status: 504 }, undefined],
  [{ kind: 'reset' }, { code: 'ECONNRESET' }, '2'],
  [{ kind: 'errorsWithoutContext' }, { data: { errors: [{ message: MISSING }] } }, '2'],
  [{ kind: 'dropResults' }, { data: { results: [] } }, '2'],
])('%j strikes it', async (action, expected, left) => {
  const { sandbox, update, quantity } = await account();
  sandbox.faults.add({ match: { path: '/batch/update' }, do: action });
  const inputs = [byKey('a'), byKey('x')];
  const answer: unknown = await update(inputs).catch((error: unknown) => error);

  expect(answer).toMatchObject(expected);
  expect(quantity()).toBe(left);
});
