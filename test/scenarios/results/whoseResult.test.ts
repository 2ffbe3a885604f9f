import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { CONFLICT, expectEnds, GOOD } from '../../support/ends';
import { strike } from '../../support/strike';

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

it.each(UNTRUE)('where %s, each item finds its own', async (_, fault) => {
  const struck = await strike({ fault });
  const ends = ['created', CONFLICT, 'created'] as const;
  expectEnds(struck, { ends, upserts: 1, reads: 0, held: GOOD });
});

it.each([1, 2, 3, 4])('results in any order find their items (order %i)', async (seed) => {
  const struck = await strike({ fault: [], sandbox: { seed, shuffleResults: true } });
  const ends = ['created', CONFLICT, 'created'] as const;
  expectEnds(struck, { ends, upserts: 1, reads: 0, held: GOOD });
});
