import { pairsAfterMerges } from '../../nodes/HubspotBatchUpsert/associate/pairsAfterMerges';
import { delivering } from '../support/delivering';
import { lineItemsToDeals, nameOf, pairsOf } from '../support/pairs';
import { complete } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

async function after(names: string[], read: Script['read']) {
  const { client, hubspot } = delivering({ read }, { settings: { maxRetries: 0 } });
  const { renamed, isComplete } = await inVirtualTime(
    pairsAfterMerges(pairsOf(...names), lineItemsToDeals(), client),
  );
  const told = [...renamed].map(([now, before]) => `${nameOf(before)} is ${nameOf(now)}`);
  return { told, isComplete, hubspot };
}

const record = (id: string, merged = '') => ({
  ...{ id, properties: { hs_merged_object_ids: merged } },
});

it('a pair of which one record was merged, or both, is told by the new ids', async () => {
  const lines = complete([record('1'), record('500', '2;3')]);
  const deals = complete([record('7'), record('900', '8')]);
  const { told, isComplete, hubspot } = await after(['1>7', '2>7', '1>8', '3>8'], [lines, deals]);
  expect(told).toEqual(['2>7 is 500>7', '1>8 is 1>900', '3>8 is 500>900']);
  expect(isComplete).toBe(true);
  expect(hubspot.reads).toEqual([
    ['1', '2', '3'],
    ['7', '8'],
  ]);
  expect(hubspot.requests.map(({ url }) => url)).toEqual([
    expect.stringContaining('/line_items/batch/read'),
    expect.stringContaining('/deals/batch/read'),
  ]);
});

it('no record that has the id itself is another one', async () => {
  const { told } = await after(['1>7'], [complete([record('1'), record('500', '1')])]);
  expect(told).toEqual([]);
});

it('what HubSpot does not answer leaves open whether others were merged', async () => {
  const { told, isComplete } = await after(
    ['1>7'],
    [complete([record('500', '1')]), { status: 400, body: {} }],
  );
  expect(told).toEqual(['1>7 is 500>7']);
  expect(isComplete).toBe(false);
});
