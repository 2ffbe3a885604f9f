import fc from 'fast-check';
import { expectAllAccounted } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

const cases = fc.record({
  operation: fc.constantFrom('create', 'update'),
  count: fc.integer({ min: 1, max: 230 }),
  batchSize: fc.constantFrom(7, 50, 100),
  /** Every so many records is there. */
  each: fc.integer({ min: 1, max: 4 }),
  skipUnchanged: fc.boolean(),
});

it('creating and updating take no more than a read and a write a batch', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ operation, count, batchSize, each, skipUnchanged }) => {
      const sandbox = await sandboxForTest({ rateLimit: null });
      for (let n = 0; n < count; n += each) {
        sandbox.store.put('line_items', { invoice_line_key: `K-${n}`, name: 'Old' });
      }
      const outcome = await upsert({
        items: lineItems(count),
        credential: { id: `budget ${(runs += 1)}`, ...serviceKeyOf(sandbox) },
        parameters: { operation, options: { batchSize, skipUnchanged } },
      });
      expectAllAccounted(outcome, count);
      expect(outcome.error).toEqual([]);
      const batches = Math.ceil(count / batchSize);
      expect(sandbox.log.of('read')).toHaveLength(batches);
      expect(sandbox.log.of(operation).length).toBeLessThanOrEqual(batches);
      const all = 1 + sandbox.log.of('read').length + sandbox.log.of(operation).length;
      expect(sandbox.log.entries).toHaveLength(all);
      await sandbox.stop();
    }),
    { numRuns: 15 },
  );
});

/** Each has an account of its own. */
let runs = 0;
