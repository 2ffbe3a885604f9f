import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { CONFLICT, expectEnds, GOOD } from '../../support/ends';
import { temporary } from '../../support/failures';
import { strike } from '../../support/strike';

it.each<[string, FaultAction]>([
  ['the value that it objects to', { kind: 'errorsWithoutContext' }],
  ['the id', { kind: 'errorsNameIds' }],
])('an error without a trace id is the record’s whose it names by %s', async (_, fault) => {
  const struck = await strike({ fault });
  const ends = ['created', CONFLICT, 'created'] as const;
  expectEnds(struck, { ends, upserts: 1, reads: 0, held: GOOD });
});

it('an error that names a trace id that was never sent is nobody’s: who it may be about is read back', async () => {
  const struck = await strike({ fault: { kind: 'foreignTraceIds' } });
  const ends = ['created', temporary('NO_OUTCOME', 207), 'created'] as const;
  expectEnds(struck, { ends, upserts: 1, reads: 1, held: GOOD });
});

it.each<[string, FaultAction]>([
  ['there are more errors than inputs', { kind: 'extraErrors', count: 5 }],
  ['numErrors says none', { kind: 'numErrors', numErrors: 0 }],
  ['numErrors says ninety-nine', { kind: 'numErrors', numErrors: 99 }],
])('where %s, each item still gets its own', async (_, fault) => {
  const struck = await strike({ fault });
  const ends = ['created', CONFLICT, 'created'] as const;
  expectEnds(struck, { ends, upserts: 1, reads: 0, held: GOOD });
});
