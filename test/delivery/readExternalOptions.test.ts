import { withExternalOptions } from '../../nodes/HubspotBatchUpsert/delivery/readExternalOptions';
import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import { CANCELLED } from '../../nodes/HubspotBatchUpsert/model/fault';
import { PAUSE, type OptionsNeeded } from '../../nodes/HubspotBatchUpsert/prepare/toInputs';
import { delivering } from '../support/delivering';
import { networkError } from '../support/n8n';
import { ok } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const definitionsOfTwoTypes = () =>
  new Map([
    [
      'deals',
      toPropertyDefinitions([
        { name: 'owner', referencedObjectType: 'OWNER' },
        { name: 'pipeline', externalOptions: true },
        { name: 'dealstage', externalOptions: true },
        { name: 'colour', externalOptions: true },
      ]),
    ],
    ['contacts', toPropertyDefinitions([{ name: 'owner', referencedObjectType: 'OWNER' }])],
  ]);

/** A preparation that stops for these options of deals, and no others. */
function* needing(
  ...sources: Array<OptionsNeeded['source']>
): Generator<OptionsNeeded, string, void> {
  for (const source of sources) yield { source, objectType: 'deals' };
  return 'made';
}

async function learn(script: Script, ...sources: Array<OptionsNeeded['source']>) {
  const { run, context, hubspot } = delivering(script, { settings: { maxRetries: 0 } });
  const definitions = definitionsOfTwoTypes();
  const made = await inVirtualTime(withExternalOptions(needing(...sources), definitions, context));
  const of = (type: string, name: string) => definitions.get(type)?.get(name);
  return { made, of, run, lists: hubspot.lists };
}

const page = (results: unknown[], after?: string) =>
  ok({ results, ...(after !== undefined && { paging: { next: { after } } }) });
const jo = { id: '1', email: 'jo@example.com' };

it('nothing is read for a preparation that needs nothing', async () => {
  const { made, lists } = await learn({});
  expect(made).toBe('made');
  expect(lists).toEqual([]);
});

it('in a pause others have their turn', async () => {
  const { context } = delivering();
  const turns: string[] = [];
  function* pausing(): Generator<typeof PAUSE, string, void> {
    setImmediate(() => turns.push('another'));
    yield PAUSE;
    turns.push('the preparation');
    return 'made';
  }
  expect(await inVirtualTime(withExternalOptions(pausing(), new Map(), context))).toBe('made');
  expect(turns).toEqual(['another', 'the preparation']);
});

it('owners are read to the last page, and known to every object type', async () => {
  const { made, of, lists } = await learn(
    { owners: [page([jo, { id: 7 }], '10'), page([{ id: 2, email: 'a@example.com' }])] },
    'owners',
  );
  expect(made).toBe('made');
  expect(lists).toEqual([
    '/crm/v3/owners limit=500 archived=false',
    '/crm/v3/owners limit=500 archived=false after="10"',
  ]);
  for (const type of ['deals', 'contacts']) {
    expect(of(type, 'owner')).toMatchObject({
      options: [
        { value: '1', label: 'jo@example.com' },
        { value: '2', label: 'a@example.com' },
      ],
      asked: {},
    });
  }
  expect(of('deals', 'colour')).not.toHaveProperty('asked');
});

it('a list of owners that leads in a circle comes to an end', async () => {
  let turn = 0;
  const { of, lists } = await learn({ owners: [() => page([jo], String((turn += 1)))] }, 'owners');
  expect(lists).toHaveLength(100);
  expect(of('deals', 'owner')?.asked).toEqual({});
});

it('archived owners stand beside the others', async () => {
  const { of } = await learn(
    { owners: [page([jo]), page([{ id: '9', email: 'gone@example.com' }])] },
    'owners',
    'archivedOwners',
  );
  expect(of('deals', 'owner')).toMatchObject({
    options: [{ value: '1' }],
    asked: { archived: [{ value: '9', label: 'gone@example.com' }] },
  });
});

it.each([
  [401, 'grant crm.objects.owners.read'],
  [403, 'grant crm.objects.owners.read'],
  [400, "write the owner's id"],
])('owners that may not be read (%i) are known to be so', async (status, reason) => {
  const { made, of, run } = await learn({ owners: [{ status, body: {} }] }, 'owners');
  expect(made).toBe('made');
  expect(run.stopped).toBeUndefined();
  expect(of('contacts', 'owner')?.asked?.unreadable).toContain(reason);
});

it.each([
  ['a 503', { status: 503, body: {} }],
  ['no JSON', ok('<html>')],
  ['no connection', networkError('ECONNREFUSED')],
])('a HubSpot out of reach, by %s, ends the run', async (_, answer) => {
  for (const source of ['owners', 'pipelines'] as const) {
    const { made, run } = await learn({ [source]: [answer] }, source);
    expect(made).toBeUndefined();
    expect(run.stopped).toMatchObject({
      title: `HubSpot could not be reached to read the ${source}`,
      retryable: true,
      throws: false,
    });
    expect(run.notes).toEqual([]);
  }
});

it('archived owners that cannot be had are none', async () => {
  const { made, of } = await learn(
    { owners: [page([jo]), { status: 503, body: {} }] },
    'owners',
    'archivedOwners',
  );
  expect(made).toBe('made');
  expect(of('deals', 'owner')?.asked).toEqual({ archived: [] });
});

it('pipelines and stages are known by id and label, and stages by pipeline too', async () => {
  const stages = [
    { id: 's1', label: 'New' },
    { id: 's2', label: 'Old', archived: true },
  ];
  const pipelines = [
    { id: 'p1', label: 'Sales', stages },
    { id: 'p2', label: 'Gone', archived: true, stages: [{ id: 's3', label: 'New' }] },
  ];
  const { of, lists } = await learn({ pipelines: [ok({ results: pipelines })] }, 'pipelines');
  expect(lists).toEqual(['/crm/v3/pipelines/deals']);
  expect(of('deals', 'pipeline')).toMatchObject({
    externalOptions: false,
    options: [{ value: 'p1', label: 'Sales' }],
  });
  const stage = { value: 's1', label: 'New', pipeline: 'Sales' };
  expect(of('deals', 'dealstage')).toMatchObject({ externalOptions: false, options: [stage] });
  const byPipeline = of('deals', 'dealstage')?.asked?.byPipeline;
  expect([...(byPipeline?.keys() ?? [])]).toEqual(['p1']);
  expect(byPipeline?.get('p1')?.options).toEqual([stage]);
});

it('pipelines that may not be read are noted, with the scopes', async () => {
  const body = { errors: [{ context: { requiredGranularScopes: ['crm.schemas.deals.read'] } }] };
  const { made, of, run } = await learn({ pipelines: [{ status: 403, body }] }, 'pipelines');
  expect(made).toBe('made');
  expect(run.notes).toEqual([
    'The pipelines of deals could not be read, so pipelines and stages were sent as they are: their labels are not known. Grant one of these scopes: crm.schemas.deals.read.',
  ]);
  expect(of('deals', 'dealstage')).toMatchObject({ externalOptions: true, options: [] });
});

it('what definitions list stays, and stages are told by pipeline too', async () => {
  const listing = new Map([
    [
      'deals',
      toPropertyDefinitions([
        { name: 'pipeline', options: [{ value: 'p1' }, { value: 'p2' }] },
        { name: 'dealstage', options: [{ value: 's1', label: 'New' }, { value: 's9' }] },
      ]),
    ],
  ]);
  const results = [{ id: 'p1', label: 'Sales', stages: [{ id: 's1', label: 'New' }] }];
  const { context } = delivering({ pipelines: [ok({ results })] });
  await inVirtualTime(withExternalOptions(needing('pipelines'), listing, context));
  const of = (name: string) => listing.get('deals')?.get(name);
  expect(of('pipeline')).toMatchObject({ options: [{ value: 'p1' }, { value: 'p2' }], asked: {} });
  expect(of('dealstage')?.options).toEqual([
    { value: 's1', label: 'New', pipeline: 'Sales' },
    { value: 's9', pipeline: undefined },
  ]);
  expect(of('dealstage')?.asked?.byPipeline?.get('p1')?.options).toEqual([
    { value: 's1', label: 'New', pipeline: 'Sales' },
  ]);
});

it('a run that has ended asks for nothing', async () => {
  const { run, context, hubspot } = delivering();
  run.stop(CANCELLED);
  const preparation = needing('owners', 'archivedOwners');
  const made = await inVirtualTime(
    withExternalOptions(preparation, definitionsOfTwoTypes(), context),
  );
  expect(made).toBeUndefined();
  expect(hubspot.requests).toEqual([]);
});
