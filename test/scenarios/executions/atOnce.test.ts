import { expectAllAccounted, writtenOf } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { executions, requestCounts, SCARCE } from '../../support/executions';
import { sandboxForTest, storedKeys } from '../../support/sandbox';
import { lineItems, serviceKeyOf } from '../../support/upsert';

virtualTime();

const webhookCalls = (count: number) =>
  Array.from({ length: count }, (_, call) => lineItems(1, call));

it('300 executions with one record each need a few requests, and each hears of its own record', async () => {
  const sandbox = await sandboxForTest(SCARCE);
  const calls = webhookCalls(300);
  const ends = await executions(calls, { credential: { id: 'burst', ...serviceKeyOf(sandbox) } });
  const ids = new Map(
    sandbox.store
      .records('line_items')
      .map(({ id, properties }) => [properties.invoice_line_key, id]),
  );
  ends.forEach((end, call) => {
    expectAllAccounted(end, 1);
    const key = `K-${call}`;
    expect(writtenOf(end)).toMatchObject([
      { outcome: 'created', idValue: key, id: ids.get(key), properties: { name: `Row ${call}` } },
    ]);
  });
  expect(storedKeys(sandbox)).toHaveLength(300);
  expect(requestCounts(sandbox).upserts).toBeLessThanOrEqual(15);
  expect(requestCounts(sandbox).all).toBeLessThanOrEqual(20);
});
