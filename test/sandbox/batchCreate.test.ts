import type { FaultAction } from '../../sandbox/hubspot/faults/fault';
import { BARE_V3 } from '../../sandbox/hubspot/options';
import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { LINE_ITEMS_CREATE, client, newLineItem, sandboxForTest, untraced } from './client';

const DATED_CREATE = '/crm/objects/2026-09/line_items/batch/create';
const CONTACTS_CREATE = '/crm/v3/objects/contacts/batch/create';

/** An account with a record of the key `old`. */
async function account(options: Partial<SandboxOptions> = {}) {
  const sandbox = await sandboxForTest(options);
  const oldId = sandbox.store.put('line_items', { invoice_line_key: 'old' });
  const http = client(sandbox);
  return {
    sandbox,
    oldId,
    create: (inputs: object[], path = LINE_ITEMS_CREATE) => http.post(path, { inputs }),
    keys: () => sandbox.store.records('line_items').map((it) => it.properties.invoice_line_key),
  };
}

test.each([LINE_ITEMS_CREATE, DATED_CREATE])('%s creates records', async (path) => {
  const { sandbox, create, keys } = await account();
  const { status, data } = await create([newLineItem('a', { quantity: '6' })], path);

  expect(status).toBe(201);
  expect(data).toMatchObject({
    status: 'COMPLETE',
    results: [
      { objectWriteTraceId: 'trace-a', properties: { invoice_line_key: 'a', quantity: '6' } },
    ],
  });
  expect(data.results[0]).not.toHaveProperty('new');
  expect(keys()).toEqual(['old', 'a']);
  expect(sandbox.log.of('create')).toMatchObject([{ path, written: [data.results[0]!.id] }]);
});

test('a record needs no unique value, and there may be several alike', async () => {
  const { sandbox, create } = await account();
  const alike = { properties: { name: 'Lantern' } };
  expect((await create([alike, alike])).status).toBe(201);
  expect(sandbox.store.count('line_items')).toBe(3);
});

test('a unique value that another record has is an error of that record', async () => {
  const { oldId, create, keys } = await account();
  const { status, data } = await create([newLineItem('old', { name: 'x' }), newLineItem('a')]);

  expect(status).toBe(207);
  expect(data.results).toMatchObject([{ properties: { invoice_line_key: 'a' } }]);
  expect(data.errors).toMatchObject([
    {
      message: expect.stringMatching(
        new RegExp(`propertyName=invoice_line_key, value=old.* ${oldId} already has that value`),
      ) as string,
      context: { objectWriteTraceId: ['trace-old'] },
    },
  ]);
  expect(keys()).toEqual(['old', 'a']);
});

test('of two inputs with the same unique value the second is an error', async () => {
  const { create, keys } = await account({ conflictWording: 'existingId' });
  const second = { ...newLineItem('a'), objectWriteTraceId: 'trace-2' };
  const { data } = await create([newLineItem('a'), second]);

  expect(data.errors).toMatchObject([
    { context: { objectWriteTraceId: ['trace-2'], existingId: [data.results[0]!.id] } },
  ]);
  expect(keys()).toEqual(['old', 'a']);
});

test.each<[string, object[], Partial<SandboxOptions>, number]>([
  ['no trace ids', [newLineItem('old'), newLineItem('a')].map(untraced), {}, 400],
  ['no trace ids', [untraced(newLineItem('a', { quantity: 'x' })), newLineItem('b')], {}, 400],
  [
    'an account that refuses batches for conflicts',
    [newLineItem('old'), newLineItem('a')],
    { refuseWholeBatchFor: ['conflict'], conflictWording: 'takenValue' },
    409,
  ],
])('with %s the batch is refused', async (_, inputs, options, expected) => {
  const { create, keys } = await account(options);
  expect((await create(inputs)).status).toBe(expected);
  expect(keys()).toEqual(['old']);
});

test.each(['new@example.org', 'Old@example.org'])(
  'a contact cannot have the address %s of another one',
  async (email) => {
    const { sandbox, create } = await account({ conflictWording: 'existingId' });
    const id = sandbox.store.put('contacts', { email: 'new@example.org' });
    sandbox.store.addEmail(id, 'old@example.org');
    const { status, data } = await create([{ properties: { email } }], CONTACTS_CREATE);

    expect(status).toBe(409);
    expect(data).toMatchObject({
      category: 'CONFLICT',
      message: `Contact already exists. Existing ID: ${id}`,
    });
    expect(sandbox.store.count('contacts')).toBe(1);
  },
);

test.each<[Partial<SandboxOptions>, object]>([
  [BARE_V3, { name: 'b', invoice_line_key: 'b', hs_object_source: 'INTEGRATION' }],
  [
    { keyInResults: 'always', traceIdEcho: 'inErrorsAlone' },
    { name: 'b', invoice_line_key: 'b' },
  ],
])('with %j results hold what was sent and no trace id', async (options, properties) => {
  const { create } = await account(options);
  const { data } = await create([newLineItem('old'), newLineItem('b')]);

  expect(data.results).toMatchObject([{ properties }]);
  expect(data.results[0]).not.toHaveProperty('objectWriteTraceId');
  expect(data.errors[0]!.context.objectWriteTraceId).toEqual(['trace-old']);
});

test('2026-09 insists on required properties and tells what it stores otherwise', async () => {
  const { sandbox, create } = await account();
  sandbox.store.requireProperties('line_items', 'quantity');
  const inputs = [newLineItem('a'), newLineItem('b', { quantity: ' 2' })];

  const dated = await create(inputs, DATED_CREATE);
  expect(dated.data.errors[0]!.message).toContain('MISSING_REQUIRED_PROPERTY');
  expect(dated.data.results[0]!.warnings).toMatchObject([
    { context: { propertyName: 'quantity', originalValue: ' 2', normalizedValue: '2' } },
  ]);
  expect((await create([newLineItem('c')])).status).toBe(201);
});

test('a batch without inputs is COMPLETE, one of too many is refused', async () => {
  const { create, keys } = await account({ batchSizeLimit: 2 });
  const none = await create([]);
  expect([none.status, none.data]).toEqual([200, { status: 'COMPLETE', results: [] }]);
  const tooMany = await create(['a', 'b', 'c'].map((key) => newLineItem(key)));
  expect([tooMany.status, keys()]).toEqual([400, ['old']]);
});

test('associations along with a record are beyond the sandbox, which says so', async () => {
  const { create, keys } = await account();
  const associations = [{ to: { id: '1' }, types: [] }];
  const { status } = await create([{ ...newLineItem('a'), associations }]);
  expect([status, keys()]).toEqual([501, ['old']]);
  expect((await create([{ ...newLineItem('a'), associations: [] }])).status).toBe(201);
});

test('to create needs the scope for writing', async () => {
  const { sandbox } = await account();
  const http = client(sandbox, { scopes: ['crm.objects.line_items.read'] });
  const { status } = await http.post(LINE_ITEMS_CREATE, { inputs: [newLineItem('a')] });
  expect(status).toBe(403);
});

test.each<[FaultAction | FaultAction[], object, string[]]>([
  [{ kind: 'status', status: 503 }, { status: 503 }, ['old']],
  [{ kind: 'status', status: 503, when: 'after' }, { status: 503 }, ['old', 'a', 'b']],
  [{ kind: 'lateWrite' }, { status: 504 }, ['old']],
  [{ kind: 'reset' }, { code: 'ECONNRESET' }, ['old', 'a', 'b']],
  [
    { kind: 'swapTraceIds' },
    {
      data: {
        results: [
          { objectWriteTraceId: 'trace-b', properties: { name: 'a' } },
          { objectWriteTraceId: 'trace-a', properties: { name: 'b' } },
        ],
      },
    },
    ['old', 'a', 'b'],
  ],
  [
    { kind: 'errorsWithoutContext' },
    { data: { errors: [expect.not.objectContaining({ context: expect.anything() as unknown })] } },
    ['old', 'a', 'b'],
  ],
  [
    { kind: 'errorsNameIds' },
    { data: { errors: [{ context: { objectWriteTraceId: ['trace-old'] } }] } },
    ['old', 'a', 'b'],
  ],
  [
    { kind: 'resultsBesideErrors' },
    { data: { results: [{}, {}, { properties: { invoice_line_key: 'old' } }] } },
    ['old', 'a', 'b'],
  ],
  [
    { kind: 'refusal', message: 'Not {id}', per: 'record' },
    { data: { errors: [{ message: 'Not a' }, { message: 'Not b' }, { message: 'Not old' }] } },
    ['old'],
  ],
])('%j strikes it', async (action, expected, left) => {
  const { sandbox, create, keys } = await account({
    shuffleResults: false,
    conflictWording: 'existingId',
  });
  sandbox.faults.add({ match: { path: '/batch/create', containsId: 'a' }, do: action });
  const inputs = ['a', 'b', 'old'].map((key) => newLineItem(key));
  const answer: unknown = await create(inputs).catch((error: unknown) => error);

  expect(answer).toMatchObject(expected);
  expect(keys()).toEqual(left);
});

test('a batch is struck for a value in it', async () => {
  const { sandbox, create } = await account();
  sandbox.faults.add({ match: { containsId: 'bad' }, do: { kind: 'status', status: 409 } });
  expect((await create([newLineItem('a'), newLineItem('bad')])).status).toBe(409);
  expect((await create([newLineItem('a')])).status).toBe(201);
});
