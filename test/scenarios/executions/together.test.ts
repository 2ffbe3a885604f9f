import { expectAllAccounted, failureOf, onlyFailureOf, writtenOf } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { executions, requestCounts, SCARCE, upsertSizes } from '../../support/executions';
import {
  READ,
  sandboxForTest,
  sentInputs,
  storedKeys,
  takeSerial,
  until,
  UPSERT,
} from '../../support/sandbox';
import { CONTACTS_BY_EMAIL } from '../../support/target';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';
import { BARE_V3, type SandboxOptions } from '../../../sandbox/hubspot/options';

virtualTime();

const calls = (count: number) => Array.from({ length: count }, (_, call) => lineItems(1, call));
const sandboxWith = async (options: Partial<SandboxOptions> = {}) =>
  await sandboxForTest({ ...SCARCE, ...options });

/** Every tenth wants a serial number that another record has. */
const oneBadInTen = calls(60).map((items, call) =>
  items.map((item) => ({ ...item, serial: call % 10 === 3 ? 'TAKEN' : `S-${call}` })),
);

it('one bad record in ten fails alone, where HubSpot tells them apart', async () => {
  const sandbox = await sandboxWith();
  takeSerial(sandbox, 'TAKEN');
  const ends = await executions(oneBadInTen, {
    credential: { id: 'bad-told-apart', ...serviceKeyOf(sandbox) },
  });
  ends.forEach((end, call) => {
    expectAllAccounted(end, 1);
    if (call % 10 !== 3) return expect(writtenOf(end)).toMatchObject([{ idValue: `K-${call}` }]);
    expect(onlyFailureOf(end)).toMatchObject({ idValue: `K-${call}`, value: 'TAKEN' });
  });
  expect(storedKeys(sandbox)).toHaveLength(55);
  expect(requestCounts(sandbox).upserts).toBeLessThanOrEqual(12);
});

it('where HubSpot refuses all for one, nobody pays for a stranger with more than one request', async () => {
  const sandbox = await sandboxWith({
    refuseWholeBatchFor: ['conflict'],
    rateLimit: { ...SCARCE.rateLimit, windowMs: 500 },
  });
  takeSerial(sandbox, 'TAKEN');
  const ends = await executions(oneBadInTen, {
    credential: { id: 'bad-for-all', ...serviceKeyOf(sandbox) },
  });
  ends.forEach((end, call) => {
    expectAllAccounted(end, 1);
    expect(end.success).toHaveLength(call % 10 === 3 ? 0 : 1);
  });
  for (const { json } of ends.flatMap(({ error }) => error)) {
    const { idValue, message } = failureOf({ json });
    const others = [...message.matchAll(/K-\d+|S-\d+/g)].filter(([key]) => key !== idValue);
    expect(others).toEqual([]);
  }
  expect(storedKeys(sandbox)).toHaveLength(55);
  const timesSent = new Map<string, number>();
  const taken = sandbox.log.upserts().filter(({ status }) => status !== 429);
  for (const id of taken.flatMap(({ inputIds }) => inputIds)) {
    timesSent.set(id, (timesSent.get(id) ?? 0) + 1);
  }
  expect(Math.max(...timesSent.values())).toBeLessThanOrEqual(2);
});

it('what was created together with a record that nobody is named for counts as created', async () => {
  const sandbox = await sandboxWith({ traceIdEcho: 'none', keyInResults: 'never' });
  takeSerial(sandbox, 'TAKEN');
  const bad = (key: string) => ({ invoice_line_key: key, name: 'bad', serial: 'TAKEN' });
  const filling = calls(30);
  const ends = await executions([...filling, [...lineItems(2, 500), bad('B-1')], [bad('B-2')]], {
    credential: { id: 'created-together', ...serviceKeyOf(sandbox) },
  });
  const [good, other] = ends.slice(filling.length);
  expect(writtenOf(good!)).toMatchObject([
    { idValue: 'K-500', outcome: 'created' },
    { idValue: 'K-501', outcome: 'created' },
  ]);
  for (const end of [good!, other!]) expect(onlyFailureOf(end)).toMatchObject({ value: 'TAKEN' });
});

it('what was refused together with others was sent, also where the run ends before it is sent alone', async () => {
  const sandbox = await sandboxWith();
  sandbox.faults.add({
    match: { path: UPSERT },
    do: { kind: 'status', status: 477, retryAfterSeconds: 86_400 },
  });
  const ends = await executions(calls(40), {
    credential: { id: 'refused-together', ...serviceKeyOf(sandbox) },
  });
  const sent = new Set(sentInputs(sandbox).map(({ id }) => id));
  ends.forEach((end, call) => {
    expect(onlyFailureOf(end)).toMatchObject({ attempted: sent.has(`K-${call}`), retryable: true });
  });
  expect(Math.max(...upsertSizes(sandbox))).toBeGreaterThan(1);
});

it('writes to one record stay in order, each in a request of its own', async () => {
  const sandbox = await sandboxWith({ rateLimit: { ...SCARCE.rateLimit, windowMs: 300 } });
  const each = Array.from({ length: 60 }, (_, call) => [
    { invoice_line_key: 'SAME', name: `Call ${call}` },
  ]);
  const ends = await executions(each, {
    credential: { id: 'one-record', ...serviceKeyOf(sandbox) },
  });
  for (const end of ends) expectAllAccounted(end, 1);
  expect(ends.map((end) => writtenOf(end)[0]?.outcome)).toEqual([
    'created',
    ...Array<string>(59).fill('updated'),
  ]);
  expect(upsertSizes(sandbox)).toEqual(Array(60).fill(1));
  expect(sentInputs(sandbox).map(({ properties }) => properties.name)).toEqual(
    each.map(([item]) => item?.name),
  );
});

it.each([
  ['written', 'after'],
  ['not written', 'before'],
] as const)('after a lost answer all is sent again apart (%s)', async (_, when) => {
  const sandbox = await sandboxWith({ rateLimit: { ...SCARCE.rateLimit, windowMs: 500 } });
  sandbox.faults.add({ match: { path: UPSERT, nth: 1 }, do: { kind: 'reset', when } });
  const ends = await executions(calls(40), {
    credential: { id: `lost-${when}`, ...serviceKeyOf(sandbox) },
  });
  for (const end of ends) expect(end.success).toHaveLength(1);
  expect(storedKeys(sandbox)).toHaveLength(40);
  const [lost = 0, ...sizes] = upsertSizes(sandbox);
  expect(sizes.filter((size) => size === 1).length).toBeGreaterThanOrEqual(lost);
});

it('an execution that is cancelled while it waits takes its records out', async () => {
  const sandbox = await sandboxWith();
  const credential = { id: 'cancelled-waiting', ...serviceKeyOf(sandbox) };
  await upsert({ items: lineItems(1, 900), credential });
  sandbox.faults.add({
    match: { path: UPSERT, nth: 1 },
    do: { kind: 'status', status: 429, retryAfterSeconds: 60 },
  });
  const others = executions(calls(30), { credential });
  await until(() => sandbox.log.entries.some(({ status }) => status === 429));
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 30_000);
  const items = lineItems(2, 500);
  const { error } = await upsert({ items, credential, signal: stop.signal });
  expect(error.every((item) => !failureOf(item).attempted)).toBe(true);
  for (const end of await others) expect(end.success).toHaveLength(1);
  expect(storedKeys(sandbox)).not.toContain('K-500');
  expect(sentInputs(sandbox).map(({ id }) => id)).not.toContain('K-501');
});

it('one that is cancelled on the way is alone in not knowing', async () => {
  const sandbox = await sandboxWith({ latency: { minMs: 300, maxMs: 300 } });
  const credential = { id: 'cancelled-under-way', ...serviceKeyOf(sandbox) };
  await upsert({ items: lineItems(1, 900), credential });
  const stop = new AbortController();
  const cancelled = upsert({ items: lineItems(1, 500), credential, signal: stop.signal });
  const others = executions(calls(30), { credential });
  await until(() => sandbox.log.upserts().some(({ inputIds }) => inputIds.includes('K-500')));
  stop.abort();
  await cancelled;
  for (const end of await others) expect(end.success).toHaveLength(1);
  expect(storedKeys(sandbox)).toHaveLength(32);
});

it('another credential is another account, and another object type another request', async () => {
  const sandbox = await sandboxWith();
  const contacts = Array.from({ length: 30 }, (_, call) => [{ email: `c${call}@example.com` }]);
  const one = { id: 'same-id', ...serviceKeyOf(sandbox, { label: 'one' }) };
  const two = { id: 'same-id', ...serviceKeyOf(sandbox, { label: 'two' }) };
  const all = await Promise.all([
    executions(calls(30), { credential: one }),
    executions(calls(60).slice(30), { credential: two }),
    executions(contacts, { credential: one, parameters: CONTACTS_BY_EMAIL }),
  ]);
  for (const end of all.flat()) expect(end.success).toHaveLength(1);
  for (const { token, inputIds, objectType: type } of sandbox.log.upserts()) {
    const first = (id: string) => Number(/\d+/.exec(id)?.[0]) < 30;
    expect(inputIds.every((id) => id.includes('@') === (type === 'contacts'))).toBe(true);
    if (type !== 'contacts')
      expect(inputIds.every((id) => first(id) === (token === 'one'))).toBe(true);
    else expect(token).toBe('one');
  }
});

it('executions with 1 to 100 records share requests as far as they fit', async () => {
  const sandbox = await sandboxWith();
  const sizes = [1, 100, 40, 60, 2, 99, 7, 33, 50, 50, 51, 80, 19, 3, 5];
  let from = 0;
  const each = sizes.map((size) => lineItems(size, (from += 100)));
  const ends = await executions(each, { credential: { id: 'sizes', ...serviceKeyOf(sandbox) } });
  ends.forEach((end, call) => {
    expectAllAccounted(end, sizes[call]!);
    expect(writtenOf(end).map(({ idValue }) => idValue)).toEqual(
      each[call]!.map(({ invoice_line_key: key }) => key),
    );
  });
  expect(Math.max(...upsertSizes(sandbox))).toBeLessThanOrEqual(100);
  expect(upsertSizes(sandbox).length).toBeLessThanOrEqual(sizes.length);
});

it.each([
  ['of HubSpot as it was recorded', BARE_V3],
  ['that shows nothing', { traceIdEcho: 'none', keyInResults: 'never' } as const],
])('contacts of an account %s are told apart by one look into the store', async (_, options) => {
  const sandbox = await sandboxWith(options);
  const each = Array.from({ length: 80 }, (_, call) => [
    { email: `c${call}@example.com`, city: 'Same' },
  ]);
  const ends = await executions(each, {
    credential: { id: `bare-${JSON.stringify(options)}`, ...serviceKeyOf(sandbox) },
    parameters: CONTACTS_BY_EMAIL,
  });
  const idOf = new Map(
    sandbox.store.records('contacts').map(({ id, properties }) => [properties.email, id]),
  );
  ends.forEach((end, call) => {
    const email = `c${call}@example.com`;
    expect(writtenOf(end)).toMatchObject([{ outcome: 'created', id: idOf.get(email) }]);
  });
  const reads = sandbox.log.entries.filter(({ path }) => path.endsWith(READ));
  expect(requestCounts(sandbox).upserts + reads.length).toBeLessThanOrEqual(20);
});

it('trace ids that several executions give are no reason to mix them up', async () => {
  const sandbox = await sandboxWith({ rateLimit: { ...SCARCE.rateLimit, windowMs: 300 } });
  const ends = await executions(calls(40), {
    credential: { id: 'own-trace-ids', ...serviceKeyOf(sandbox) },
    parameters: { options: { objectWriteTraceId: 'mine' } },
  });
  ends.forEach((end, call) =>
    expect(writtenOf(end)).toMatchObject([{ idValue: `K-${call}`, objectWriteTraceId: 'mine' }]),
  );
});

it('who has other settings does not share a request', async () => {
  const sandbox = await sandboxWith({ rateLimit: { ...SCARCE.rateLimit, windowMs: 300 } });
  const credential = { id: 'own-settings', ...serviceKeyOf(sandbox) };
  await Promise.all([
    executions(calls(20), { credential, parameters: { options: { batchSize: 3 } } }),
    executions(calls(40).slice(20), { credential, parameters: { options: { timeout: 50 } } }),
  ]);
  for (const { inputIds } of sandbox.log.upserts()) {
    const patient = inputIds.filter((id) => Number(id.slice(2)) < 20);
    expect([0, inputIds.length]).toContain(patient.length);
    expect(patient.length).toBeLessThanOrEqual(3);
  }
});
