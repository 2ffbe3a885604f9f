import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import type { SandboxOptions } from '../../../sandbox/hubspot/options';
import { associations } from '../../support/associations';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { idProperty } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

/** Two deals that were merged, and one that was not. */
async function deals(options: Partial<SandboxOptions> = {}) {
  const sandbox = await sandboxForTest(options);
  const { store } = sandbox;
  const [first, second, other] = ['a', 'b', 'c'].map((dealname) => store.put('deals', { dealname })) as [string, string, string]; // prettier-ignore
  const merged = store.merge('deals', first, second);
  return { sandbox, store, first, second, other, merged };
}

const item = (name: string, deal: string | string[]) => ({ invoice_line_key: name, name, deal });

it.each<[string, Partial<SandboxOptions>]>([
  ['in all requests', {}],
  ['in reads alone', { oldIdsLead: 'inReads' }],
])('a deal is found by its id of before a merge, which leads on %s', async (_, options) => {
  const { sandbox, store, first, second, other, merged } = await deals(options);
  const outcome = await upsert({
    items: [item('A', first), item('B', [first, second, other])],
    credential: serviceKeyOf(sandbox),
    parameters: associations({}),
  });
  expectAllAccounted(outcome, 2);
  expect(writtenOf(outcome)).toMatchObject([
    { associations: [{ toObjectType: 'deals', toId: merged }] },
    { associations: [{ toId: merged }, { toId: other }] },
  ]);
  expect(store.associations.all('line_items', 'deals').map(({ toId }) => toId)).toEqual([
    ...[merged, merged, other],
  ]);
});

it('one that HubSpot does not have is told beside it', async () => {
  const { sandbox, first } = await deals();
  const outcome = await upsert({
    items: [item('A', first), item('B', '99')],
    credential: serviceKeyOf(sandbox),
    parameters: associations({}),
  });
  expectAllAccounted(outcome, 2);
  expect(writtenOf(outcome)).toMatchObject([{ idValue: 'A' }]);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'RECORD_NOT_FOUND', value: '99' }]);
});

it('records that are updated by their ids of before a merge are associated as what they are now', async () => {
  const { sandbox, store, other } = await deals({ traceIdEcho: 'none', keyInResults: 'never' });
  const lines = ['x', 'y'].map((name) => store.put('line_items', { name }));
  const line = store.merge('line_items', lines[0]!, lines[1]!);
  const outcome = await upsert({
    items: lines.map((hs_object_id) => ({ hs_object_id, name: 'New', deal: other })),
    credential: serviceKeyOf(sandbox),
    parameters: { ...idProperty('hs_object_id'), ...associations({}) },
  });
  expectAllAccounted(outcome, 2);
  expect(writtenOf(outcome)).toMatchObject([
    { id: line, associations: [{ toId: other }] },
    { id: line, associations: [{ toId: other }] },
  ]);
  expect(store.associations.all('line_items', 'deals')).toMatchObject([
    { fromId: line, toId: other },
  ]);
});

it.each<[string, FaultAction[]]>([
  ['at once', []],
  ['and the answer is lost', [{ kind: 'reset', when: 'after' }]],
])(
  'a deal that is merged after it was found is associated %s, or when led back in',
  async (_, more) => {
    const { sandbox, store, other, merged } = await deals();
    sandbox.faults.add({
      match: { path: '/batch/associate/default', times: 1 },
      do: [{ kind: 'meanwhile', run: () => void store.merge('deals', merged, other) }, ...more],
    });
    const associate = async (items: object[]) => {
      const outcome = await upsert({
        items: items.map((each) => ({ ...each })),
        credential: serviceKeyOf(sandbox),
        parameters: { ...associations({}), options: { maxRetries: 0 } },
      });
      expectAllAccounted(outcome, items.length);
      return outcome;
    };
    const { error } = await associate([item('A', other), item('B', merged)]);
    for (const { json } of error) {
      expect(json.hubspotError).toMatchObject({ stage: 'associate', retryable: true });
    }
    if (error.length > 0)
      expect((await associate(error.map(({ json }) => json))).error).toEqual([]);
    const [last] = store.records('deals');
    const linked = store.associations.all('line_items', 'deals').map(({ toId }) => toId);
    expect(linked).toEqual([last?.id, last?.id]);
  },
);
