import { readByRecordId } from '../../nodes/HubspotBatchUpsert/existing/readByRecordId';
import { mergedIds } from '../../nodes/HubspotBatchUpsert/hubspot/mergedRecords';
import { delivering } from '../support/delivering';
import { complete, type Reply } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

/** Which ids lead to each record that is found. */
async function reading(ids: string[], read: Script['read'], objectType = 'deals') {
  const { client, hubspot } = delivering({ read }, { settings: { maxRetries: 0 } });
  const { found, ...told } = await inVirtualTime(
    readByRecordId(objectType, ids, ['dealname'], client),
  );
  const leading = found.map((record) => [record.id, ...mergedIds(record)].join('<'));
  return { leading, ...told, hubspot };
}

const record = (id: string, merged?: string) => ({
  ...{ id, properties: { dealname: id, ...(merged && { hs_merged_object_ids: merged }) } },
});
const missing = (...ids: string[]) => ({ category: 'OBJECT_NOT_FOUND', context: { ids } });
const holding = (...records: object[]): Reply => complete(records);

it('which ids lead to a record is asked for along with its properties', async () => {
  const { leading, hubspot } = await reading(
    ['101', '7'],
    [holding(record('500', '101'), record('7'))],
  );
  expect(leading).toEqual(['500<101', '7']);
  expect(hubspot.requests.map(({ body }) => (body as { properties: string[] }).properties)).toEqual(
    [['dealname', 'hs_merged_object_ids']],
  );
});

it('a record that comes for the only id that was asked for is that one’s', async () => {
  const { leading, hubspot } = await reading(['101', '101'], [holding(record('500'))]);
  expect(leading).toEqual(['500<101']);
  expect(hubspot.reads).toEqual([['101']]);
});

it('ids that no record shows are asked for by themselves where one came of which none asked', async () => {
  const { leading, hubspot, isComplete } = await reading(
    ['101', '7', '102'],
    [
      holding(record('500'), record('7')),
      holding(record('500')),
      complete([], { errors: [missing('102')] }),
    ],
  );
  expect(leading).toEqual(['500<101', '7']);
  expect(hubspot.reads).toEqual([['101', '7', '102'], ['101'], ['102']]);
  expect(isComplete).toBe(true);
});

it('and where one came that shows others, which may be those of its last merge alone', async () => {
  const { leading, hubspot } = await reading(
    ['100', '500'],
    [holding(record('500', '101')), holding(record('500', '101'))],
  );
  expect(leading).toEqual(['500<101<100']);
  expect(hubspot.reads).toEqual([['100', '500'], ['100']]);
});

it('a record that comes then alone is one more', async () => {
  const { leading } = await reading(
    ['101', '102'],
    [holding(record('500', '101')), holding(record('600'))],
  );
  expect(leading).toEqual(['500<101', '600<102']);
});

it.each<[string, Reply]>([
  [
    'that HubSpot says it does not have',
    complete([record('500', '101')], { errors: [missing('7', '8')] }),
  ],
  ['where no record was merged', holding(record('101'))],
  ['where none came at all', holding()],
])('ids are not asked for again %s', async (_, reply) => {
  const { hubspot } = await reading(['101', '7', '8'], [reply]);
  expect(hubspot.reads).toHaveLength(1);
});

it('nothing is known of the id of which the second answer does not tell', async () => {
  const refusal = { status: 403, body: { message: 'no' } };
  const {
    leading,
    isComplete,
    unanswered,
    refusal: why,
  } = await reading(['101', '102'], [holding(record('500')), holding(record('500')), refusal]);
  expect(leading).toEqual(['500<101']);
  expect(isComplete).toBe(false);
  expect(unanswered).toMatchObject({ status: 403 });
  expect(why).toContain('HTTP 403');
});

it('two records for one id tell nothing of it', async () => {
  const { leading } = await reading(['101'], [holding(record('500'), record('600'))]);
  expect(leading).toEqual(['500', '600']);
});
