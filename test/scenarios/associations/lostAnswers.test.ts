import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { associations, linkedDeals, putDeals } from '../../support/associations';
import { failuresOf, writtenKeys } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

const ASSOCIATE = { path: '/batch/associate/default' };
const READ = /\/associations\/.*\/batch\/read$/;

async function struck(
  faults: Array<{ do: FaultAction; path?: RegExp; times?: number }>,
  options = {},
) {
  const sandbox = await sandboxForTest();
  putDeals(sandbox, 2);
  for (const { path, times, do: fault } of faults) {
    sandbox.faults.add({ match: { ...(path ? { path } : ASSOCIATE), times }, do: fault });
  }
  const outcome = await upsert({
    items: lineItems(4).map((item, index) => ({ ...item, deal: `D-${index % 2}` })),
    credential: serviceKeyOf(sandbox),
    parameters: {
      ...associations({ toIdProperty: 'deal_key' }),
      options: { maxRetries: 2, ...options },
    },
  });
  return { sandbox, outcome };
}

const ALL = ['K-0', 'K-1', 'K-2', 'K-3'];

it.each<[string, FaultAction]>([
  ['is lost before it is made', { kind: 'reset', when: 'before' }],
  ['is lost after it is made', { kind: 'reset', when: 'after' }],
  ['is answered with a 504', { kind: 'status', status: 504, when: 'after' }],
  ['is answered with a 423', { kind: 'status', status: 423 }],
  ['is throttled', { kind: 'status', status: 429, retryAfterSeconds: 3 }],
  ['is answered by half', { kind: 'halfBody' }],
])('an association that %s is repeated, which does no harm', async (_, fault) => {
  const { sandbox, outcome } = await struck([{ do: fault, times: 1 }]);
  expect(writtenKeys(outcome)).toEqual(ALL);
  expect(Object.keys(linkedDeals(sandbox))).toEqual(ALL);
  expect(sandbox.log.of('associate')).toHaveLength(2);
});

it.each<[string, FaultAction]>([
  ['a connection that breaks', { kind: 'reset', when: 'after' }],
  ['a gateway that waits in vain', { kind: 'status', status: 504, when: 'after' }],
])('after the last repetition HubSpot is asked what it has: %s', async (_, fault) => {
  const { sandbox, outcome } = await struck([{ do: fault }]);
  expect(writtenKeys(outcome)).toEqual(ALL);
  expect(sandbox.log.of('associate')).toHaveLength(3);
  expect(sandbox.log.of('readAssociations')).toHaveLength(1);
});

it('what HubSpot does not have then leaves on Error with its record, to be run again', async () => {
  const { sandbox, outcome } = await struck([
    { do: { kind: 'status', status: 504, when: 'before' } },
  ]);
  expect(outcome.success).toEqual([]);
  expect(failuresOf(outcome)).toMatchObject(
    ALL.map((idValue) => ({
      idValue,
      category: 'TIMEOUT',
      httpStatus: 504,
      stage: 'associate',
      retryable: true,
      attempted: true,
    })),
  );
  expect(sandbox.store.count('line_items')).toBe(4);
  for (const { json } of outcome.error) expect(json.hubspot).toMatchObject({ outcome: 'created' });
});

it('what is refused after a lost answer says that it may still come in', async () => {
  const { outcome } = await struck([
    { do: { kind: 'status', status: 504, when: 'before' }, times: 1 },
    { do: { kind: 'status', status: 400 } },
  ]);
  expect(outcome.success).toEqual([]);
  for (const { message } of failuresOf(outcome)) {
    expect(message).toContain(
      'An earlier request for it got no answer and may still reach HubSpot',
    );
  }
  expect(outcome.error).toHaveLength(4);
});

it('where HubSpot does not let the associations be read, the item says so', async () => {
  const { outcome } = await struck([
    { do: { kind: 'status', status: 504, when: 'after' } },
    { path: READ, do: { kind: 'status', status: 500 } },
  ]);
  expect(failuresOf(outcome)).toHaveLength(4);
  for (const { message, retryable } of failuresOf(outcome)) {
    expect(message).toContain('may have made the association all the same');
    expect(retryable).toBe(true);
  }
});

it.each<[string, FaultAction]>([
  ['results are missing', { kind: 'dropResults', count: 2 }],
  ['no results at all', { kind: 'dropResults', count: 4 }],
  ['an empty body', { kind: 'emptyBody', when: 'after' }],
  ['a page of HTML', { kind: 'html', when: 'after', status: 200 }],
])('where an answer tells too little (%s), the store tells the rest', async (_, fault) => {
  const { sandbox, outcome } = await struck([{ do: fault }]);
  expect(writtenKeys(outcome)).toEqual(ALL);
  expect(sandbox.log.of('readAssociations')).toHaveLength(1);
});

it('an answer that says COMPLETE and does nothing is not believed', async () => {
  const { sandbox, outcome } = await struck([{ do: { kind: 'silentNoop' } }]);
  expect(failuresOf(outcome)).toMatchObject(
    ALL.map(() => ({ category: 'NO_OUTCOME', stage: 'associate', retryable: true })),
  );
  expect(linkedDeals(sandbox)).toEqual({});
});

it('the other records are looked for again where the first answer is lost', async () => {
  const { outcome } = await struck([
    { path: /objects\/deals\/batch\/read$/, times: 1, do: { kind: 'reset', when: 'after' } },
  ]);
  expect(writtenKeys(outcome)).toEqual(ALL);
});

it('where the other records cannot be looked for, nothing is written', async () => {
  const { sandbox, outcome } = await struck([
    { path: /objects\/deals\/batch\/read$/, do: { kind: 'status', status: 503 } },
  ]);
  expect(failuresOf(outcome)).toMatchObject(
    ALL.map(() => ({
      category: 'NOT_ATTEMPTED',
      retryable: true,
      attempted: false,
      message: expect.stringContaining(
        'could not be reached to read the deals to associate with',
      ) as string,
    })),
  );
  expect(sandbox.log.upserts()).toEqual([]);
});

it('what was refused after a lost answer, and cannot be sent any more, is looked up', async () => {
  const sandbox = await sandboxForTest();
  putDeals(sandbox, 2);
  const faults: FaultAction[] = [
    { kind: 'reset', when: 'after' },
    { kind: 'refusal', message: 'One or more associations are invalid' },
    { kind: 'status', status: 429, policy: 'DAILY' },
  ];
  for (const [index, fault] of faults.entries()) {
    sandbox.faults.add({ match: { ...ASSOCIATE, nth: index + 1 }, do: fault });
  }
  const outcome = await upsert({
    items: lineItems(4).map((item, index) => ({ ...item, deal: `D-${index % 2}` })),
    credential: serviceKeyOf(sandbox),
    parameters: { ...associations({ toIdProperty: 'deal_key' }), options: { maxRetries: 1 } },
  });
  expect(Object.keys(linkedDeals(sandbox))).toEqual(ALL);
  expect(writtenKeys(outcome)).toEqual(ALL);
});

it('where HubSpot cannot tell of some other records just now, the items may be run again', async () => {
  const sandbox = await sandboxForTest();
  putDeals(sandbox, 1);
  sandbox.faults.add({
    match: { path: /objects\/deals\/batch\/read$/ },
    do: { kind: 'errorsSay', message: 'Try again', category: 'RATE_LIMITS' },
  });
  const outcome = await upsert({
    items: lineItems(2).map((item, index) => ({ ...item, deal: `D-${index}` })),
    credential: serviceKeyOf(sandbox),
    parameters: associations({ toIdProperty: 'deal_key' }),
  });
  expect(outcome.thrown).toBeUndefined();
  expect(failuresOf(outcome)).toMatchObject(
    Array(2).fill({ category: 'NOT_ATTEMPTED', attempted: false, retryable: true }),
  );
  expect(sandbox.log.upserts()).toEqual([]);
});
