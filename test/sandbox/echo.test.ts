import { BARE_V3 } from '../../sandbox/hubspot/options';
import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

const DATED_UPSERT = '/crm/objects/2026-09/line_items/batch/upsert';
const inputs = [lineItem('a'), lineItem('b', { quantity: 'x' })];

/** The answer to a record that is created, or to one that is there when `isThere`. */
async function upsert(options: Partial<SandboxOptions>, path = LINE_ITEMS_UPSERT, isThere = false) {
  const sandbox = await sandboxForTest(options);
  if (isThere) sandbox.store.put('line_items', { invoice_line_key: 'a' });
  return (await client(sandbox).post(path, { inputs })).data;
}

/** Whether the trace id is in results, and in errors. */
async function echoed(options: Partial<SandboxOptions>, path?: string) {
  const { results, errors } = await upsert(options, path);
  return [
    results[0]!.objectWriteTraceId === 'trace-a',
    errors[0]!.context.objectWriteTraceId?.[0] === 'trace-b',
  ];
}

test.each([
  ['everywhere', [true, true]],
  ['inErrorsAlone', [false, true]],
  ['none', [false, false]],
] as const)('trace ids come back %s', async (traceIdEcho, expected) => {
  expect(await echoed({ traceIdEcho })).toEqual(expected);
  expect(await echoed({ traceIdEcho }, DATED_UPSERT)).toEqual(expected);
});

test('bare v3 echoes them in errors alone, and its 2026-09 everywhere', async () => {
  expect(await echoed(BARE_V3)).toEqual([false, true]);
  expect(await echoed(BARE_V3, DATED_UPSERT)).toEqual([true, true]);
});

test.each([
  ['created', false],
  ['updated', true],
])('bare results of a %s record hold what was sent and what HubSpot adds', async (_, isThere) => {
  const { results } = await upsert(BARE_V3, LINE_ITEMS_UPSERT, isThere);
  expect(Object.keys(results[0]!.properties).sort()).toEqual([
    'createdate',
    'hs_lastmodifieddate',
    'hs_object_id',
    'hs_object_source',
    'name',
  ]);
});

test('a key that was sent among the properties comes back from bare v3 too', async () => {
  const sandbox = await sandboxForTest(BARE_V3);
  const { data } = await client(sandbox).post(LINE_ITEMS_UPSERT, {
    inputs: [lineItem('a', { invoice_line_key: 'a' })],
  });
  expect(data.results[0]!.properties.invoice_line_key).toBe('a');
});

test.each([
  ['always', ['a', 'a']],
  ['ofCreated', ['a', undefined]],
  ['never', [undefined, undefined]],
] as const)('the key is in results %s', async (keyInResults, expected) => {
  const created = await upsert({ keyInResults });
  const updated = await upsert({ keyInResults }, LINE_ITEMS_UPSERT, true);
  expect([created, updated].map(({ results }) => results[0]!.properties.invoice_line_key)).toEqual(
    expected,
  );
});
