import fc from 'fast-check';
import { whichJoin, type WaitingBatch } from '../../nodes/HubspotBatchUpsert/join/waitingBatch';

let runs = 0;

function batch(size: number, more: Partial<WaitingBatch> = {}): WaitingBatch {
  const run = `run ${(runs += 1)}`;
  const traceIds = Array.from({ length: size }, (_, place) => `${run}-${place}`);
  return { run, way: 'w', records: traceIds, traceIds, mostAtOnce: 100, mayJoin: true, ...more };
}

it('batches travel together as far as there is room, smaller ones past those that do not fit', () => {
  const [first, large, small] = [batch(60), batch(50), batch(40)];
  expect(whichJoin([first, large, small])).toEqual([first, small]);
});

it('the first leaves in any case, and alone where it has to', () => {
  const alone = batch(1, { mayJoin: false });
  expect(whichJoin([alone, batch(1)])).toEqual([alone]);
  const first = batch(1);
  expect(whichJoin([first, alone])).toEqual([first]);
  const large = batch(100, { mostAtOnce: 10 });
  expect(whichJoin([large, batch(1)])).toEqual([large]);
});

it('the least that one of them allows holds for all', () => {
  const [first, narrow, last] = [batch(2), batch(1, { mostAtOnce: 3 }), batch(1)];
  expect(whichJoin([first, narrow, last])).toEqual([first, narrow]);
  const many = batch(3);
  expect(whichJoin([many, narrow, last])).toEqual([many, last]);
});

it('how an execution divides its own records stays as it is', () => {
  const [one, other] = [batch(1), batch(1)];
  expect(whichJoin([one, { ...batch(1), run: one.run }, other])).toEqual([one, other]);
});

it('what could not be told apart in the response does not travel together', () => {
  const [one, other] = [batch(1), batch(1)];
  const alike = { ...batch(1), traceIds: ['another', ...one.traceIds] };
  expect(whichJoin([one, alike, other])).toEqual([one, other]);
});

it('whatever waits, the first leaves, nobody twice, and nobody has to take more than it allows', () => {
  const anyBatch = fc
    .record({
      size: fc.integer({ min: 1, max: 60 }),
      mostAtOnce: fc.integer({ min: 1, max: 100 }),
      mayJoin: fc.boolean(),
    })
    .map(({ size, ...more }) => batch(size, more));
  fc.assert(
    fc.property(fc.array(anyBatch, { minLength: 1, maxLength: 12 }), (waiting) => {
      const joined = whichJoin(waiting);
      expect(joined[0]).toBe(waiting[0]);
      expect(new Set(joined).size).toBe(joined.length);
      if (joined.length === 1) return;
      const size = joined.flatMap(({ traceIds }) => traceIds).length;
      for (const { mostAtOnce, mayJoin } of joined) {
        expect(mayJoin).toBe(true);
        expect(size).toBeLessThanOrEqual(mostAtOnce);
      }
    }),
  );
});
