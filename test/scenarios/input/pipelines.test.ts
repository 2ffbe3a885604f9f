import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox/hubspot/sandbox';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

const DEALS = { ...objectType('deals'), ...idProperty('deal_key') };
const PARTNERS = {
  id: '88001',
  label: 'Partners',
  stages: [
    { id: '5001', label: 'First call' },
    { id: '5002', label: 'Closed Won' },
  ],
};

/** A HubSpot whose definitions list neither pipelines nor stages, of which deals have two. */
async function hubspot(options: Parameters<typeof sandboxForTest>[0] = {}): Promise<Sandbox> {
  const specDir = process.env.HUBSPOT_SPEC_DIR;
  const sandbox = await sandboxForTest({ externalPipelines: true, specDir, ...options });
  sandbox.store.addPipeline('deals', PARTNERS);
  return sandbox;
}

async function upsertDeals(sandbox: Sandbox, deals: IDataObject[], options: IDataObject = {}) {
  const outcome = await upsert({
    items: deals.map((deal, index) => ({ deal_key: `D-${index}`, ...deal })),
    credential: serviceKeyOf(sandbox),
    parameters: { ...DEALS, options: { maxRetries: 0, ...options } as never },
  });
  expectAllAccounted(outcome, deals.length);
  expect(sandbox.violations).toMatchObject({ requests: [], answers: [] });
  return outcome;
}

const stagesOf = (sandbox: Sandbox) =>
  sandbox.store
    .records('deals')
    .map(({ properties: { pipeline, dealstage } }) => [pipeline, dealstage]);

it.each(['v3', '2026-09'])(
  "with %s a stage's label counts within the record's own pipeline, by id or label",
  async (apiVersion) => {
    const sandbox = await hubspot();
    const outcome = await upsertDeals(
      sandbox,
      [
        { dealstage: 'Closed Won', pipeline: 'Sales pipeline' },
        { pipeline: '88001', dealstage: 'closed won' },
        { pipeline: 'partners', dealstage: '5001' },
        { dealstage: 'First call' },
        { dealstage: 'contractsent' },
      ],
      { apiVersion },
    );
    expect(failuresOf(outcome)).toEqual([]);
    expect(stagesOf(sandbox)).toEqual([
      ['default', 'closedwon'],
      ['88001', '5002'],
      ['88001', '5001'],
      [undefined, '5001'],
      [undefined, 'contractsent'],
    ]);
    expect(sandbox.log.of('pipelines')).toHaveLength(1);
  },
);

it('what is no stage of the pipeline, or one of several pipelines, is refused with what to write', async () => {
  const sandbox = await hubspot();
  const outcome = await upsertDeals(sandbox, [
    { dealstage: 'Closed Won' },
    { dealstage: 'Contract Sent', pipeline: 'Partners' },
    { dealstage: 'Closed Won', pipeline: 'Export' },
    { dealstage: 'First call' },
  ]);
  expect(failuresOf(outcome)).toMatchObject([
    {
      property: 'dealstage',
      message: expect.stringContaining(
        'closedwon (Closed Won in Sales Pipeline) and 5002 (Closed Won in Partners): give the pipeline too',
      ) as string,
    },
    {
      property: 'dealstage',
      message: expect.stringMatching(/not one of the options: 5001 .*, 5002 [^,]*$/) as string,
    },
    { property: 'pipeline', errors: [{ context: { propertyName: ['pipeline'] } }] },
  ]);
  expect(outcome.success).toHaveLength(1);
});

it('tickets have pipelines of their own', async () => {
  const sandbox = await hubspot();
  const outcome = await upsert({
    items: [{ ticket_key: 'T', hs_pipeline: 'Support Pipeline', hs_pipeline_stage: 'closed' }],
    credential: serviceKeyOf(sandbox),
    parameters: { ...objectType('tickets'), ...idProperty('ticket_key') },
  });
  expectAllAccounted(outcome, 1);
  expect(sandbox.store.records('tickets')[0]?.properties).toMatchObject({
    hs_pipeline: '0',
    hs_pipeline_stage: '4',
  });
});

it('a stage is left out together with its pipeline, and both are told', async () => {
  const sandbox = await hubspot();
  const deals = [{ pipeline: 'Export', dealstage: 'Closed Won', dealname: 'Big' }];
  const outcome = await upsertDeals(sandbox, deals, { invalidValues: 'leaveOut' });
  expect(stagesOf(sandbox)).toEqual([[undefined, undefined]]);
  expect(outcome.success[0]?.json.hubspot).toMatchObject({
    leftOut: [
      { property: 'pipeline', value: 'Export' },
      {
        property: 'dealstage',
        value: 'Closed Won',
        reason:
          '"Closed Won" can only be checked within its pipeline, and the value of pipeline is invalid: correct pipeline',
      },
    ],
  });
});

it.each([
  ['clear', ['pipeline', 'dealstage']],
  ['ignore', ['pipeline']],
])(
  'so is one that was to be cleared, and none that was to be left alone (%s)',
  async (emptyValues, properties) => {
    const sandbox = await hubspot();
    sandbox.store.put('deals', { deal_key: 'D-0', pipeline: '88001', dealstage: '5001' });
    const deals = [{ pipeline: 'Export', dealstage: '', dealname: 'Big' }];
    const outcome = await upsertDeals(sandbox, deals, { invalidValues: 'leaveOut', emptyValues });
    expect(stagesOf(sandbox)).toEqual([['88001', '5001']]);
    const leftOut = properties.map((property) => ({ property }));
    expect(outcome.success[0]?.json.hubspot).toMatchObject({ leftOut });
  },
);

describe('where definitions list pipelines and stages', () => {
  const listing = { externalPipelines: false };

  it("a stage's label counts within the pipeline as well, and pipelines are read once", async () => {
    const sandbox = await hubspot(listing);
    const outcome = await upsertDeals(sandbox, [
      { pipeline: 'Partners', dealstage: 'Closed Won' },
      { pipeline: 'default', dealstage: 'closed won' },
      { pipeline: 'Partners', dealstage: 'Contract Sent' },
      { dealstage: 'Closed Won' },
    ]);
    expect(stagesOf(sandbox)).toEqual([
      ['88001', '5002'],
      ['default', 'closedwon'],
    ]);
    const notOfPartners = 'not one of the options: 5001 (First call in Partners), 5002';
    expect(failuresOf(outcome)).toMatchObject([
      { attempted: false, message: expect.stringContaining(notOfPartners) as string },
      { attempted: false, message: expect.stringContaining('give the pipeline too') as string },
    ]);
    expect(sandbox.log.of('pipelines')).toHaveLength(1);
  });

  it('so it does for tickets', async () => {
    const sandbox = await sandboxForTest();
    const stages = [{ id: '6001', label: 'Closed' }];
    sandbox.store.addPipeline('tickets', { id: '88002', label: 'Returns', stages });
    const outcome = await upsert({
      items: [
        { ticket_key: 'A', hs_pipeline: 'Returns', hs_pipeline_stage: 'Closed' },
        { ticket_key: 'B', hs_pipeline: 'Returns', hs_pipeline_stage: 'Waiting on us' },
      ],
      credential: serviceKeyOf(sandbox),
      parameters: { ...objectType('tickets'), ...idProperty('ticket_key') },
    });
    expectAllAccounted(outcome, 2);
    expect(sandbox.store.records('tickets').map(({ properties }) => properties)).toMatchObject([
      { hs_pipeline: '88002', hs_pipeline_stage: '6001' },
    ]);
    expect(failuresOf(outcome)).toMatchObject([{ property: 'hs_pipeline_stage' }]);
  });

  it('nothing is read for what means one stage whatever the pipeline', async () => {
    const sandbox = await hubspot(listing);
    const deals = [
      { pipeline: 'Partners', dealstage: '5001' },
      { dealstage: 'First call' },
      { pipeline: 'Partners', dealstage: '' },
    ];
    const outcome = await upsertDeals(sandbox, deals);
    expect(failuresOf(outcome)).toEqual([]);
    expect(sandbox.log.of('pipelines')).toEqual([]);
  });

  it('nor where there is one pipeline', async () => {
    const sandbox = await sandboxForTest();
    await upsertDeals(sandbox, [{ dealstage: 'Closed Won', pipeline: 'Sales Pipeline' }]);
    expect(stagesOf(sandbox)).toEqual([['default', 'closedwon']]);
    expect(sandbox.log.of('pipelines')).toEqual([]);
  });

  it('a label that fits one stage is taken where pipelines may not be read, and a hint says so', async () => {
    const sandbox = await hubspot(listing);
    sandbox.faults.add({
      match: { path: '/pipelines/' },
      do: { kind: 'status', status: 403, ban: 'USER_DOES_NOT_HAVE_PERMISSIONS' },
    });
    const outcome = await upsertDeals(sandbox, [
      { pipeline: 'Partners', dealstage: 'First call' },
      { pipeline: 'Partners', dealstage: 'Closed Won' },
    ]);
    expect(stagesOf(sandbox)).toEqual([['88001', '5001']]);
    expect(failuresOf(outcome)).toMatchObject([{ attempted: false, property: 'dealstage' }]);
    expect(outcome.hints.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("so a stage's label counts in whichever pipeline has it"),
    );
    expect(sandbox.log.of('pipelines')).toHaveLength(1);
  });
});

it('where no value needs them nothing is read', async () => {
  const unlisted = await hubspot();
  await upsertDeals(unlisted, [{ dealname: 'Big', dealstage: '' }]);
  expect(unlisted.log.of('pipelines')).toEqual([]);
});

it('where pipelines may not be read values are sent as they are, and a hint says so', async () => {
  const sandbox = await hubspot();
  sandbox.faults.add({
    match: { path: '/pipelines/' },
    do: { kind: 'status', status: 403, ban: 'USER_DOES_NOT_HAVE_PERMISSIONS' },
  });
  const outcome = await upsertDeals(sandbox, [
    { pipeline: '88001', dealstage: '5002' },
    { pipeline: '88001', dealstage: 'Closed Won' },
  ]);
  expect(stagesOf(sandbox)).toEqual([['88001', '5002']]);
  expect(failuresOf(outcome)).toMatchObject([{ attempted: true, property: 'dealstage' }]);
  expect(outcome.hints.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('The pipelines of deals could not be read'),
  );
  expect(sandbox.log.of('pipelines')).toHaveLength(1);
});

it('pipelines that are not to be had for the moment end the run before anything is sent', async () => {
  const sandbox = await hubspot();
  sandbox.faults.add({ match: { path: '/pipelines/' }, do: { kind: 'status', status: 503 } });
  const outcome = await upsertDeals(sandbox, [{ dealstage: 'Closed Won' }]);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'NOT_ATTEMPTED', retryable: true }]);
  expect(sandbox.log.upserts()).toEqual([]);
});
