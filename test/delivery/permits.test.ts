import { permits } from '../../nodes/HubspotBatchUpsert/delivery/permits';
import { OutOfPatience } from '../../nodes/HubspotBatchUpsert/rateLimit/outOfPatience';
import { RateLimiter } from '../../nodes/HubspotBatchUpsert/rateLimit/rateLimiter';
import { SearchLimiter } from '../../nodes/HubspotBatchUpsert/rateLimit/searchLimiter';
import { VirtualClock } from '../rateLimit/simulation/virtualClock';
import { hubspotResponse } from '../support/hubspotResponse';

const tooMany = hubspotResponse(429, {}, { 'retry-after': '60' });

function begin(patienceMs: number) {
  const clock = new VirtualClock();
  const limiters = { rateLimiter: new RateLimiter(clock), searchLimiter: new SearchLimiter(clock) };
  return { clock, ...permits(limiters, { rateLimitShare: 1, patienceMs }) };
}

it.each(['paced', 'searching'] as const)('%s: a 429 keeps its own kind waiting', async (kind) => {
  const all = begin(1_000);
  const other = kind === 'paced' ? 'searching' : 'paced';
  (await all.clock.run(all[kind](undefined))).learn(tooMany);
  await expect(all.clock.run(all[kind](undefined))).rejects.toThrow(OutOfPatience);
  await all.clock.run(all[other](undefined));
});

it.each(['paced', 'searching'] as const)('%s: what is given back is free again', async (kind) => {
  const { clock, ...all } = begin(1_000);
  const startedAt = clock.now();
  for (let n = 0; n < 20; n += 1) (await clock.run(all[kind](undefined))).release();
  expect(clock.now()).toBe(startedAt);
});

it.each(['paced', 'searching'] as const)('%s: a run that is over gets none', async (kind) => {
  const { clock, ...all } = begin(1_000);
  const over = all[kind](AbortSignal.abort(new Error('over')));
  await expect(clock.run(over)).rejects.toThrow('over');
});
