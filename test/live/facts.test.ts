import { FACTS } from '../../live/facts/all';
import { BARE_V3 } from '../../sandbox/hubspot/options';
import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { holdings, namesOf, runLive, testAccount } from './run';

const seenIn = (facts: readonly { name: string; seen: string }[], name: string) =>
  facts.find((fact) => fact.name === name)?.seen;

const OTHERWISE: Partial<SandboxOptions> = {
  ...BARE_V3,
  duplicateRecords: 'refused',
  oldIdsLead: 'inReads',
  emptyWrites: 'refused',
  updatesByEmail: 'written',
  associationBatchLimit: 100,
  searchFindsUpperCase: true,
  emptyNotFound: true,
  emptyHistoryCounts: true,
  refuseWholeBatchFor: ['conflict', 'required'],
  requiredIn: ['v3', '2026-09'],
  missingInUpdate: 'refusesBatch',
  pairNaming: 'nothing',
  definitionsPageSize: 20,
};

/** Facts of which nobody knows which way it is: the report says which. */
const EITHER_WAY: [fact: string, usual: string, otherwise: string][] = [
  [
    'trace ids in results of records that an upsert created, v3',
    'every result holds its trace id',
    'no result holds a trace id',
  ],
  [
    'keys in results of records that an upsert created, v3',
    'results hold the key',
    'no result does',
  ],
  [
    'a value that another record has, with trace ids, v3',
    'an error in a 207 VALIDATION_ERROR',
    'the whole batch is refused with 400',
  ],
  [
    'a new deal without pipeline and stage, v3',
    'it is written',
    'the whole batch is refused with 400',
  ],
  ['an update of a record that is not there, v3', 'an error in a 207', 'a 404 for the batch'],
  ['the object type 2-9999, 2026-09', 'as worded', 'an empty 404'],
  ['a new record with nothing but its key, v3', 'it is written', 'it is refused'],
  ['two addresses of one contact in a batch', '2 result(s)', 'the batch is refused'],
  [
    'an update by the id of a contact that was merged',
    'the merged contact is updated, under its id of now',
    'it finds nothing',
  ],
  ['two ids of contacts that were merged in a batch', '2 result(s)', 'none is written, HTTP 404'],
  ['batch/update of contacts by email', 'it is refused', 'they are updated'],
  ['100 ids in a batch/read with an empty list of histories', 'they are read', 'they are refused'],
  [
    'a pair with a record that is not there, v3',
    'HTTP 207; the context has its id (id)',
    'HTTP 207; the context has no id',
  ],
  ['IN with capitals in a search', 'it finds nothing', 'it finds the record'],
  ['property definitions', '41 in one page', 'in several pages'],
];

describe('npm run live on the sandbox', () => {
  it('finds that every fact holds, and leaves nothing behind', async () => {
    const sandbox = await testAccount();
    sandbox.store.put('contacts', { email: 'somebody@example.com' });
    const before = holdings(sandbox);
    const { code, facts, printed } = await runLive(sandbox);

    expect(facts.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
    expect(facts.map(({ name }) => name)).toEqual(FACTS.map(({ name }) => name));
    expect(new Set(facts.map(({ name }) => name)).size).toBe(facts.length);
    for (const [name, usual] of EITHER_WAY)
      expect([name, seenIn(facts, name)]).toEqual([name, usual]);
    expect(holdings(sandbox)).toEqual(before);
    expect(printed).toMatch(/Removed: [1-9]\d* records, 4 properties\./);
    expect(code).toBe(0);
  });

  it('says which way it is where facts conflict', async () => {
    const sandbox = await testAccount(OTHERWISE);
    const before = holdings(sandbox);
    const { code, facts } = await runLive(sandbox);

    expect(facts.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
    for (const [name, , otherwise] of EITHER_WAY) {
      expect([name, seenIn(facts, name)]).toEqual([name, otherwise]);
    }
    expect(holdings(sandbox)).toEqual(before);
    expect(code).toBe(0);
  });

  it.each<[string, Partial<SandboxOptions>, string[]]>([
    [
      '',
      { traceIdEcho: 'none' },
      [
        'trace ids in results of records that an upsert created, 2026-09',
        'trace ids in results of records that an upsert updated, 2026-09',
      ],
    ],
    ['histories', { historyReadLimit: 100 }, ['100 ids in a batch/read with histories']],
    ['headers', { rateLimitHeaders: false }, ['headers about the limits of a service key']],
    ['stage', { requiredIn: [] }, ['a new deal without pipeline and stage, 2026-09']],
    ['in a batch', { batchSizeLimit: 101 }, ['101 inputs in a batch']],
    ['in a search', { searchLagMs: Infinity }, ['a new record in a search']],
  ])(
    'among all facts with "%s" in their names finds the one that %j makes wrong',
    async (only, wrong, names) => {
      const sandbox = await testAccount(wrong);
      const { code, facts, printed, report } = await runLive(sandbox, ['--yes', '--only', only], {
        patience: { times: 2, pauseMs: 0 },
      });

      expect(facts.length).toBeGreaterThan(names.length);
      expect(namesOf(facts, 'does not hold')).toEqual(names);
      for (const name of names) {
        expect(printed).toContain(`does not hold       ${name}`);
        expect(report).toMatch(new RegExp(`\\| ${name} +\\|.*\\| \\*\\*does not hold\\*\\* +\\|`));
      }
      expect(code).toBe(1);
    },
  );
});
