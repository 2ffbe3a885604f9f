import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';
import {
  allThree,
  CONFLICT,
  expectEnds,
  final,
  GOOD,
  temporary,
  type End,
} from '../../support/ends';
import { ROWS, strike } from '../../support/strike';
import { virtualTime } from '../../support/enginesVirtualTime';

virtualTime();

const options = { maxRetries: 0, timeout: 5 };

/** HubSpot wrote, and its answer did not arrive whole. */
const LOST: Array<[name: string, FaultAction, unwritten: End]> = [
  ['a reset', { kind: 'reset', when: 'after' }, temporary('NETWORK', null, 'ECONNRESET')],
  ['silence', { kind: 'hang', when: 'after' }, temporary('TIMEOUT', null, 'ECONNABORTED')],
  ['a slow body', { kind: 'drip', bytesPerSecond: 100 }, temporary('TIMEOUT', 207, 'ETIMEDOUT')],
  ['half a body', { kind: 'halfBody' }, temporary('NETWORK', 207, 'ECONNRESET')],
  ['HTML', { kind: 'html' }, temporary('NO_OUTCOME', 200)],
  ['an empty body', { kind: 'emptyBody' }, temporary('NO_OUTCOME', 200)],
  ['invalid UTF-8', { kind: 'invalidUtf8' }, temporary('NO_OUTCOME', 207)],
  [
    'a gzip bomb',
    { kind: 'gzipBomb', megabytes: 200 },
    final('NETWORK', 207, 'ERR_BODY_TOO_LARGE'),
  ],
];

it.each(LOST)('%s after the write: HubSpot’s store decides', async (_, fault, unwritten) => {
  const struck = await strike({ fault, options });
  const ends = ['written', unwritten, 'written'] as const;
  expectEnds(struck, { ends, upserts: 1, reads: 1, held: GOOD });
});

/** HubSpot did nothing. */
const UNDONE: Array<[name: string, FaultAction, end: End]> = [
  ['a reset', { kind: 'reset', when: 'before' }, temporary('NETWORK', null, 'ECONNRESET')],
  ['silence', { kind: 'hang', when: 'before' }, temporary('TIMEOUT', null, 'ECONNABORTED')],
  ['HTML', { kind: 'html', when: 'before' }, temporary('NO_OUTCOME', 200)],
  ['an empty body', { kind: 'emptyBody', when: 'before' }, temporary('NO_OUTCOME', 200)],
  ['COMPLETE for nothing', { kind: 'silentNoop' }, temporary('NO_OUTCOME', 200)],
];

it.each(UNDONE)('%s before the write: nothing is called written', async (_, fault, end) => {
  const struck = await strike({ fault, options });
  expectEnds(struck, { ends: allThree(end), upserts: 1, reads: 1, held: [] });
});

it.each<FaultAction>([
  { kind: 'reset', when: 'before' },
  { kind: 'reset', when: 'after' },
  { kind: 'hang', when: 'after' },
  { kind: 'halfBody' },
])('%j, once, is retried, and what is refused then is read back', async (fault) => {
  const struck = await strike({ fault, match: { nth: 1 }, options: { timeout: 1, maxRetries: 1 } });
  const isWritten = !('when' in fault && fault.when === 'before');
  const outcome = isWritten ? 'updated' : 'created';
  const ends = [outcome, CONFLICT, outcome] as const;
  expectEnds(struck, { ends, upserts: 2, reads: 1, held: GOOD });
});

it('a read-back that fails as well leaves the records on Error', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: '/batch/' }, do: { kind: 'reset', when: 'after' } });
  const outcome = await upsert({
    items: ROWS,
    credential: serviceKeyOf(sandbox),
    parameters: { options: { maxRetries: 0 } },
  });
  expectAllAccounted(outcome, 3);
  expect(failuresOf(outcome)).toMatchObject(allThree(temporary('NETWORK', null, 'ECONNRESET')));
  expect(sandbox.log.of('read')).toHaveLength(1);
});

it('a refused connection amid the run loses nothing and calls nothing unsent that was sent', async () => {
  const sandbox = await sandboxForTest({ latency: { minMs: 5, maxMs: 5 } });
  const items = Array.from({ length: 6 }, (_, index) => ({ invoice_line_key: `K-${index}` }));
  const running = upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: { options: { batchSize: 1, maxConcurrency: 1, maxRetries: 0 } },
  });
  while (sandbox.log.upserts().length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
  const written = () => sandbox.store.count('line_items');
  while (written() < 2) await new Promise((resolve) => setTimeout(resolve, 1));
  await sandbox.stop();
  const outcome = await running;
  expectAllAccounted(outcome, 6);
  const sent = sandbox.log.upserts().flatMap(({ inputIds }) => inputIds);
  for (const { idValue, attempted, retryable } of failuresOf(outcome)) {
    // A connection that closes while it is being made cannot be told from one that carried something.
    const isCalledUnsent = !attempted && sent.includes(idValue ?? '');
    expect({ idValue, isCalledUnsent, retryable }).toEqual({
      idValue,
      isCalledUnsent: false,
      retryable: true,
    });
  }
  expect(outcome.error.length).toBeGreaterThanOrEqual(3);
});
