import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

const SEARCHED = {
  type: 'companies',
  request: '/search',
  items: ['acme.com', 'b.com'].map((domain) => ({ domain, name: 'x' })),
  parameters: { ...objectType('companies'), ...idProperty('domain') },
  choice: { nonUniqueId: 'search' },
};

const READ = {
  type: 'line_items',
  request: '/batch/read',
  items: lineItems(2),
  parameters: { operation: 'create' },
  choice: {},
};

const FAULTS: FaultAction[] = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429 },
  { kind: 'reset' },
];

const CASES = [READ, SEARCHED].flatMap((asked) =>
  FAULTS.map((fault) => [asked.request, fault, asked] as const),
);

describe('nothing is written unread', () => {
  it.each(CASES)(
    'where %s ends for good with %j',
    async (request, fault, { type, items, parameters, choice }) => {
      const sandbox = await sandboxForTest();
      sandbox.faults.add({ match: { path: request }, do: fault });
      const outcome = await upsert({
        items,
        credential: serviceKeyOf(sandbox),
        parameters: { ...parameters, options: { ...choice, maxRetries: 0 } },
      });
      expectAllAccounted(outcome, 2);
      const expected = { attempted: false, stage: 'read', retryable: true };
      expect(failuresOf(outcome)).toMatchObject([expected, expected]);
      expect(sandbox.store.count(type)).toBe(0);
    },
  );

  it('where the scope to read is missing, which the node names', async () => {
    const sandbox = await sandboxForTest();
    const scopes = ['crm.objects.line_items.write', 'crm.schemas.line_items.read'];
    const outcome = await upsert({
      items: lineItems(2),
      credential: serviceKeyOf(sandbox, { scopes }),
      parameters: { options: { dryRun: true } },
    });
    expect(outcome.thrown?.message).toMatch(/crm\.objects\.line_items\.read/);
    expect(sandbox.store.count('line_items')).toBe(0);
  });

  it.each([{}, { dryRun: true }, { skipUnchanged: true }, { existingValues: 'keep' }])(
    'where the search is refused, which says why, whatever else is chosen (%j)',
    async (choice) => {
      const sandbox = await sandboxForTest();
      const scopes = ['crm.objects.companies.write', 'crm.schemas.companies.read'];
      const outcome = await upsert({
        items: SEARCHED.items,
        credential: serviceKeyOf(sandbox, { scopes }),
        parameters: { ...SEARCHED.parameters, options: { ...SEARCHED.choice, ...choice } },
      });
      expect(outcome.thrown?.message).toMatch(/crm\.objects\.companies\.read/);
      sandbox.faults.add({ match: { path: '/search' }, do: { kind: 'status', status: 503 } });
      const failed = await upsert({
        items: SEARCHED.items,
        credential: serviceKeyOf(sandbox),
        parameters: {
          ...SEARCHED.parameters,
          options: { ...SEARCHED.choice, ...choice, maxRetries: 0 },
        },
      });
      const [failure] = failuresOf(failed);
      expect(failure).toMatchObject({ httpStatus: 503, attempted: false, stage: 'read' });
    },
  );
});

it('a read that fails once is repeated', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: '/batch/read', nth: 1 }, do: { kind: 'reset' } });
  const outcome = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox),
    parameters: { operation: 'create' },
  });
  expect(writtenOf(outcome).map(({ outcome: done }) => done)).toEqual(['created', 'created']);
});

describe('a read that does not tell of all', () => {
  it.each([
    ['is not complete', { status: 'PENDING', results: [] }],
    ['has no list', { status: 'COMPLETE' }],
    ['has text for a list', { status: 'COMPLETE', results: 'none' }],
    [
      'has an error that is about no missing record',
      { status: 'COMPLETE', results: [], errors: [{ category: 'VALIDATION_ERROR', message: 'x' }] },
    ],
  ])('%s: no record counts as missing', async (_, body) => {
    const sandbox = await sandboxForTest();
    sandbox.store.put('line_items', { invoice_line_key: 'K-0', name: 'Old' });
    sandbox.faults.add({
      match: { path: '/batch/read' },
      do: { kind: 'status', status: 200, body },
    });
    const outcome = await upsert({
      items: lineItems(1),
      credential: serviceKeyOf(sandbox),
      parameters: { operation: 'update' },
    });
    expect(failuresOf(outcome)).toMatchObject([
      { stage: 'read', attempted: false, retryable: true },
    ]);
  });
});

it('by record ID a record that is not there costs no other its write where nothing may be read', async () => {
  const sandbox = await sandboxForTest();
  const ids = [1, 2, 3].map((n) => sandbox.store.put('line_items', { name: `Old ${n}` }));
  const scopes = ['crm.objects.line_items.write', 'crm.schemas.line_items.read'];
  const outcome = await upsert({
    items: [ids[0], '99', ids[1], ids[2]].map((id) => ({ hs_object_id: id, name: 'New' })),
    credential: serviceKeyOf(sandbox, { scopes }),
    parameters: {
      ...idProperty('hs_object_id'),
      options: { batchSize: 2, maxConcurrency: 1 },
    },
  });
  expect(outcome.success).toHaveLength(3);
  expect(failuresOf(outcome)).toMatchObject([{ idValue: '99', attempted: true }]);
});
