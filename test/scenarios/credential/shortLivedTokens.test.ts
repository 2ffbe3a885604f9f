import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest, storedKeys } from '../../support/sandbox';
import { lineItems, oAuth2Of, upsert } from '../../support/upsert';
import { virtualTime } from '../../support/enginesVirtualTime';

virtualTime();

const COUNT = 200;

it('tokens that live 50 ms, with 20 requests in flight, cost no record', async () => {
  const sandbox = await sandboxForTest({ latency: { minMs: 1, maxMs: 10 } });
  const { credential } = oAuth2Of(sandbox, { lifeSeconds: 0.05 });
  const outcome = await upsert({
    items: lineItems(COUNT),
    credential,
    parameters: { options: { batchSize: 1, maxConcurrency: 20, maxRetries: 10 } },
  });
  expectAllAccounted(outcome, COUNT);
  expect(failuresOf(outcome)).toEqual([]);
  expect(storedKeys(sandbox)).toHaveLength(COUNT);
  const upserts = sandbox.log.upserts();
  expect(upserts.filter(({ status }) => status === 200)).toHaveLength(COUNT);
  expect(sandbox.oauth.refreshes).toBeGreaterThan(1);
  expect(sandbox.oauth.refreshes).toBeLessThanOrEqual(
    upserts.filter(({ status }) => status === 401).length,
  );
}, 60_000);
