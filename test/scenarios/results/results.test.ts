import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { writtenOf } from '../../support/accounted';
import { CONFLICT, expectEnds, GOOD } from '../../support/ends';
import { strike, type Struck } from '../../support/strike';

/** HubSpot wrote, and its answer says it otherwise than it should. */
const UNTRUE: Array<[name: string, FaultAction | FaultAction[]]> = [
  ['results come twice', { kind: 'duplicateResults' }],
  ['there are results for records never sent', { kind: 'foreignResults', count: 2 }],
  ['no result carries a trace id', { kind: 'dropTraceIds' }],
  ['values come back in another case', { kind: 'changeCase' }],
  ['no trace id, and every result twice', [{ kind: 'dropTraceIds' }, { kind: 'duplicateResults' }]],
  [
    'no trace id, and the key in another case',
    [{ kind: 'changeCase', property: 'invoice_line_key' }, { kind: 'dropTraceIds' }],
  ],
  ['the batch is called cancelled', { kind: 'batchStatus', status: 'CANCELED' }],
  ['the batch is called unfinished', { kind: 'batchStatus', status: 'PROCESSING' }],
];

/** Each Success item names the record that HubSpot holds under its key. */
function expectOwnRecords({ outcome, sandbox }: Struck): void {
  for (const { id, idValue } of writtenOf(outcome)) {
    const record = sandbox.store.find('line_items', 'invoice_line_key', idValue);
    expect({ idValue, id }).toEqual({ idValue, id: record?.id });
  }
}

it.each(UNTRUE)('where %s, each item finds its own', async (_, fault) => {
  const struck = await strike({ fault });
  const ends = ['created', CONFLICT, 'created'] as const;
  expectEnds(struck, { ends, upserts: 1, reads: 0, held: GOOD });
  expectOwnRecords(struck);
});

it.each([1, 2, 3, 4])('results in any order find their items (order %i)', async (seed) => {
  const struck = await strike({ fault: [], sandbox: { seed, shuffleResults: true } });
  const ends = ['created', CONFLICT, 'created'] as const;
  expectEnds(struck, { ends, upserts: 1, reads: 0, held: GOOD });
  expectOwnRecords(struck);
});

it('where results are missing, one read-back tells what HubSpot holds', async () => {
  const struck = await strike({ fault: { kind: 'dropResults' } });
  const ends = ['written', CONFLICT, 'written'] as const;
  expectEnds(struck, { ends, upserts: 1, reads: 1, held: GOOD });
  expectOwnRecords(struck);
});

it('where one result is missing, only its record is read back', async () => {
  const struck = await strike({
    fault: { kind: 'dropResults', count: 1 },
    sandbox: { shuffleResults: false },
  });
  const ends = ['written', CONFLICT, 'created'] as const;
  expectEnds(struck, { ends, upserts: 1, reads: 1, held: GOOD });
  expect(struck.sandbox.log.of('read')[0]?.inputIds).toEqual(['K-0']);
});
