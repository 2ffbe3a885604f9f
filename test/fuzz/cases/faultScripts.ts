import fc from 'fast-check';
import type { FaultAction, FaultMatch, FaultOrder } from '../../../sandbox/hubspot/faults/fault';
import { refusalOfAll } from './refusalsOfAll';

const UPSERT = '/batch/upsert';
const READ = '/batch/read';
const PROPERTIES = '/properties/';
const TOKEN = '/oauth/v3/token';

export const when = fc.constantFrom('before' as const, 'after' as const);
const few = fc.integer({ min: 1, max: 3 });

/** With `Retry-After: 0`, or a case would spend its time waiting. */
export const transientStatus: fc.Arbitrary<FaultAction> = fc
  .tuple(fc.constantFrom(408, 423, 477, 500, 502, 503, 504, 520, 521, 523, 524), when)
  .map(([status, when]) => ({ kind: 'status', status, when, retryAfterSeconds: 0 }));

export const rateLimited: fc.Arbitrary<FaultAction> = fc
  .constantFrom('TEN_SECONDLY_ROLLING' as const, 'SECONDLY' as const, 'search' as const)
  .map((policy) => ({ kind: 'status', status: 429, policy, retryAfterSeconds: 0 }));

export const stop = fc.constantFrom<FaultAction>(
  { kind: 'status', status: 429, policy: 'DAILY' },
  { kind: 'status', status: 477, retryAfterSeconds: 86_400 },
  { kind: 'status', status: 401 },
  { kind: 'status', status: 403 },
  { kind: 'status', status: 404 },
  { kind: 'redirect', to: 'http://127.0.0.1:9/', when: 'before' },
  { kind: 'status', status: 400, body: { message: 'Unable to infer object type from: x' } },
);

export const refusal: fc.Arbitrary<FaultAction> = fc
  .tuple(fc.constantFrom(400, 409, 413, 414, 422, 418, 522, 525, 526), when)
  .map(([status, when]) => ({ kind: 'status', status, when }));

const NAMING: FaultAction[] = [
  {
    kind: 'status',
    status: 400,
    body: {
      category: 'VALIDATION_ERROR',
      message: 'Duplicate IDs found in batch input: [K-1, k]. IDs must be unique',
      context: { ids: ['K-1', 'k'] },
    },
  },
  {
    kind: 'status',
    status: 400,
    body: {
      message: 'Property values were not valid: []',
      errors: [{ message: 'x was not a valid number', context: { propertyName: ['price'] } }],
    },
  },
  {
    kind: 'status',
    status: 400,
    body: {
      message: 'Property values were not valid: [{"name":"name","error":"PROPERTY_DOESNT_EXIST"}]',
    },
  },
  {
    kind: 'status',
    status: 409,
    body: { message: { strange: true }, errors: [null, 1], context: [] },
  },
];

export const brokenAnswer: fc.Arbitrary<FaultAction> = fc.oneof(
  when.map((when): FaultAction => ({ kind: 'html', when })),
  when.map((when): FaultAction => ({ kind: 'emptyBody', when })),
  fc.constant<FaultAction>({ kind: 'halfBody' }),
  fc.constant<FaultAction>({ kind: 'invalidUtf8' }),
);

export const brokenWire: fc.Arbitrary<FaultAction> = fc.oneof(
  { weight: 6, arbitrary: when.map((when): FaultAction => ({ kind: 'reset', when })) },
  { weight: 2, arbitrary: when.map((when): FaultAction => ({ kind: 'hang', when })) },
  { weight: 1, arbitrary: fc.constant<FaultAction>({ kind: 'drip', bytesPerSecond: 100 }) },
  { weight: 1, arbitrary: fc.constant<FaultAction>({ kind: 'drip', bytesPerSecond: 50_000 }) },
  { weight: 1, arbitrary: fc.constant<FaultAction>({ kind: 'gzipBomb', megabytes: 2 }) },
);

/** Answers that leave something out, but say nothing false of a record. */
export const omission: fc.Arbitrary<FaultAction> = fc.oneof(
  fc.constantFrom<FaultAction>(
    { kind: 'dropTraceIds' },
    { kind: 'dropResults' },
    { kind: 'duplicateResults' },
    { kind: 'foreignResults', count: 2 },
    { kind: 'errorsWithoutContext' },
    { kind: 'foreignTraceIds' },
    { kind: 'extraErrors', count: 2 },
    { kind: 'numErrors', numErrors: 0 },
    { kind: 'numErrors', numErrors: 99 },
    { kind: 'batchStatus', status: 'CANCELED' },
    { kind: 'batchStatus', status: 'PENDING' },
  ),
  few.map((count): FaultAction => ({ kind: 'dropResults', count })),
);

const distortion: fc.Arbitrary<FaultAction> = fc.oneof(
  { weight: 4, arbitrary: omission },
  { weight: 2, arbitrary: fc.constant<FaultAction>({ kind: 'changeCase' }) },
  { weight: 1, arbitrary: fc.constant<FaultAction>({ kind: 'silentNoop' }) },
);

/** At most so often, where each strike makes the node wait. */
const patience = fc.integer({ min: 1, max: 3 });

type Rhythm = Pick<FaultMatch, 'nth' | 'every' | 'times'>;

export const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.constant({}),
  fc.integer({ min: 1, max: 8 }).map((nth) => ({ nth })),
  fc.integer({ min: 1, max: 5 }).map((every) => ({ every })),
  few.map((times) => ({ times })),
);

export function order(
  actions: fc.Arbitrary<FaultAction | FaultAction[]>,
  match: fc.Arbitrary<FaultMatch>,
): fc.Arbitrary<FaultOrder> {
  return fc.record({ do: actions, match });
}

export function at(path: string | RegExp, rhythm: fc.Arbitrary<Rhythm>): fc.Arbitrary<FaultMatch> {
  return rhythm.map((rhythm) => ({ path, ...rhythm }));
}

export const seldom = patience.map((times): Rhythm => ({ times }));
const lies = fc
  .uniqueArray(distortion, { minLength: 1, maxLength: 3, selector: ({ kind }) => kind })
  .filter((actions) => !hidesStrangers(actions));

/** Nobody could tell a stranger's result without its trace id from that of a record whose own is missing. */
function hidesStrangers(actions: readonly FaultAction[]): boolean {
  const kinds = actions.map(({ kind }) => kind);
  return kinds.includes('foreignResults') && kinds.includes('dropTraceIds');
}

/**
 * All faults of the sandbox, in any order and rhythm. The token endpoint never falls silent: n8n
 * itself asks it and waits five minutes, whatever the node's time-out is.
 */
export function faultScript(ids: readonly string[]): fc.Arbitrary<FaultOrder[]> {
  const containing = fc.constantFrom(...ids, 'K-1').map((containsId) => ({
    path: UPSERT,
    containsId,
  }));
  const known = fc.oneof(refusal, fc.constantFrom(...NAMING));
  return fc.array(
    fc.oneof(
      { weight: 3, arbitrary: order(transientStatus, at(UPSERT, rhythm)) },
      { weight: 1, arbitrary: order(rateLimited, at(UPSERT, seldom)) },
      { weight: 2, arbitrary: order(stop, at(UPSERT, rhythm)) },
      { weight: 3, arbitrary: order(known, at(UPSERT, rhythm)) },
      { weight: 3, arbitrary: order(known, containing) },
      { weight: 3, arbitrary: order(refusalOfAll, at(UPSERT, rhythm)) },
      { weight: 3, arbitrary: order(brokenAnswer, at(UPSERT, seldom)) },
      { weight: 3, arbitrary: order(brokenWire, at(UPSERT, seldom)) },
      { weight: 5, arbitrary: order(lies, at(UPSERT, rhythm)) },
      { weight: 2, arbitrary: order(lies, at(READ, rhythm)) },
      { weight: 1, arbitrary: order(brokenWire, at(READ, seldom)) },
      { weight: 1, arbitrary: order(fc.oneof(transientStatus, refusal, stop), at(READ, rhythm)) },
      {
        weight: 1,
        arbitrary: order(
          fc.oneof(transientStatus, refusal, stop, brokenAnswer, brokenWire),
          at(PROPERTIES, seldom),
        ),
      },
      {
        weight: 1,
        arbitrary: order(fc.oneof(transientStatus, refusal, brokenAnswer), at(TOKEN, seldom)),
      },
    ),
    { minLength: 1, maxLength: 4 },
  );
}

export const faultOfAll: fc.Arbitrary<FaultOrder[]> = order(
  refusalOfAll,
  fc.constant({ path: UPSERT }),
).map(one);

/** Faults that no more than `most` attempts of one request meet, and omissions in answers. */
export function transientFaults(most: number): fc.Arbitrary<FaultOrder[]> {
  const trouble = order(
    fc.oneof(
      { weight: 4, arbitrary: transientStatus },
      { weight: 1, arbitrary: rateLimited },
      { weight: 1, arbitrary: when.map((when): FaultAction => ({ kind: 'reset', when })) },
    ),
    fc.integer({ min: 1, max: Math.max(1, most) }).map((times) => ({ path: UPSERT, times })),
  );
  const incomplete = order(
    fc.oneof(omission, brokenAnswer.filter(isAfterTheWrite)),
    at(UPSERT, rhythm),
  );
  return most === 0 ? incomplete.map((fault) => [fault]) : fc.oneof(trouble, incomplete).map(one);
}

function isAfterTheWrite(action: FaultAction): boolean {
  return !('when' in action && action.when === 'before');
}

function one(fault: FaultOrder): FaultOrder[] {
  return [fault];
}
