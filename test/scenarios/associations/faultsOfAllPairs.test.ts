import type { SandboxOptions } from '../../../sandbox/hubspot/options';
import { associations, linkedDeals, putDeals } from '../../support/associations';
import { failuresOf } from '../../support/accounted';
import { CONTINUING, STOPPING } from '../../support/onError';
import { sandboxForTest, until } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert, type Upsert } from '../../support/upsert';

const byKey = associations({ toIdProperty: 'deal_key' });
const SCOPES = [
  'crm.objects.line_items.write',
  'crm.objects.line_items.read',
  'crm.schemas.line_items.read',
];

async function run(
  options: Partial<SandboxOptions> = {},
  { scopes, ...more }: Partial<Upsert> & { scopes?: string[] } = {},
) {
  const sandbox = await sandboxForTest(options);
  putDeals(sandbox, 2);
  const running = upsert({
    items: lineItems(250).map((item, index) => ({ ...item, deal: `D-${index % 2}` })),
    credential: serviceKeyOf(sandbox, scopes ? { scopes } : undefined),
    parameters: byKey,
    ...more,
  });
  return { sandbox, running };
}

describe('a permission to edit associations that is missing', () => {
  it('is told once for all, with the records, and never searched for', async () => {
    const { sandbox, running } = await run(
      { editAssociationsMissingIn: ['2026-09'] },
      { parameters: { ...byKey, options: { apiVersion: '2026-09', maxConcurrency: 1 } } },
    );
    const outcome = await running;
    expect(sandbox.log.of('associate')).toHaveLength(1);
    expect(failuresOf(outcome)).toHaveLength(250);
    const [first] = failuresOf(outcome);
    expect(first).toMatchObject({ httpStatus: 400, stage: 'associate', attempted: true });
    expect(first?.message).toContain("Missing 'Edit Associations' permission");
    for (const { json } of outcome.error) {
      expect(json.hubspot).toMatchObject({ outcome: 'created' });
      expect(json.hubspotError).toMatchObject({
        stage: 'associate',
        attempted: true,
        retryable: true,
      });
    }
    expect(sandbox.store.count('line_items')).toBe(250);
  });
});

describe('object types that HubSpot does not associate', () => {
  it('are told once, and the records stay written', async () => {
    const sandbox = await sandboxForTest();
    sandbox.store.addProperty('contacts', { name: 'code', hasUniqueValue: true });
    const contact = sandbox.store.put('contacts', { email: 'a@b.example' });
    const outcome = await upsert({
      items: lineItems(120).map((item) => ({ ...item, deal: contact })),
      credential: serviceKeyOf(sandbox),
      parameters: {
        ...associations({ toObjectType: 'contacts' }),
        options: { maxConcurrency: 1 },
      },
    });
    expect(sandbox.log.of('associate')).toHaveLength(1);
    expect(failuresOf(outcome)).toHaveLength(120);
    expect(failuresOf(outcome)[0]).toMatchObject({
      stage: 'associate',
      retryable: false,
      message: expect.stringContaining('does not associate line_items with contacts') as string,
    });
    expect(sandbox.store.count('line_items')).toBe(120);
  });
});

describe('a scope of the other object type that is missing', () => {
  it.each(STOPPING)('throws with its name before anything is written (%s)', async (_, settings) => {
    const { sandbox, running } = await run({}, { scopes: SCOPES, settings });
    const outcome = await running;
    expect(outcome.error).toEqual([]);
    expect(outcome.thrown?.message).toContain('crm.objects.deals.read');
    expect(sandbox.log.upserts()).toEqual([]);
  });

  it.each(CONTINUING)('is what each item says where the run goes on (%s)', async (_, settings) => {
    const { sandbox, running } = await run({}, { scopes: SCOPES, settings });
    const outcome = await running;
    expect(failuresOf(outcome)).toHaveLength(250);
    expect(failuresOf(outcome)[0]?.message).toContain('crm.objects.deals.read');
    expect(failuresOf(outcome)[0]).toMatchObject({ stage: 'associate', attempted: false });
    expect(sandbox.log.upserts()).toEqual([]);
  });

  it('that is met by some items alone keeps no other from being written', async () => {
    const sandbox = await sandboxForTest();
    putDeals(sandbox, 1);
    const outcome = await upsert({
      items: lineItems(3).map((item, index) => ({ ...item, deal: index === 1 ? 'D-0' : '' })),
      credential: serviceKeyOf(sandbox, { scopes: SCOPES }),
      parameters: byKey,
    });
    expect(failuresOf(outcome)).toMatchObject([{ idValue: 'K-1', attempted: false }]);
    expect(outcome.success).toHaveLength(2);
  });
});

it('an object type that HubSpot does not have throws before anything is written', async () => {
  const { sandbox, running } = await run(
    {},
    { parameters: associations({ toObjectType: 'dealz', toIdProperty: 'deal_key' }) },
  );
  const outcome = await running;
  expect(outcome.thrown?.message).toContain('HubSpot has no object type "dealz"');
  expect(sandbox.log.upserts()).toEqual([]);
});

it('a property that HubSpot does not find records by throws before anything is written', async () => {
  const { sandbox, running } = await run(
    {},
    { parameters: associations({ toIdProperty: 'dealname' }) },
  );
  const outcome = await running;
  expect(outcome.thrown?.message).toContain('HubSpot cannot find deals by "dealname"');
  expect(sandbox.log.upserts()).toEqual([]);
});

it('an execution that is cancelled between the stages tells what is written and not associated', async () => {
  const sandbox = await sandboxForTest();
  putDeals(sandbox, 2);
  sandbox.faults.add({ match: { path: '/batch/associate' }, do: { kind: 'hang', when: 'before' } });
  const stop = new AbortController();
  const running = upsert({
    items: lineItems(3).map((item) => ({ ...item, deal: 'D-0' })),
    credential: serviceKeyOf(sandbox),
    parameters: byKey,
    signal: stop.signal,
  });
  await until(() => sandbox.log.of('associate').length === 1);
  stop.abort();
  const { run: execution } = await running;
  expect(execution.status).toBe('canceled');
  expect(linkedDeals(sandbox)).toEqual({});
});

it("HubSpot's daily limit between the stages ends the run: what is written leaves with its record", async () => {
  const { sandbox, running } = await run({}, {});
  sandbox.faults.add({
    match: { path: '/batch/associate' },
    do: { kind: 'status', status: 429, policy: 'DAILY' },
  });
  const outcome = await running;
  expect(outcome.error.length + outcome.success.length).toBe(250);
  for (const { json } of outcome.error) {
    const error = json.hubspotError as { stage: string; attempted: boolean; retryable: boolean };
    expect(error.retryable).toBe(true);
    expect(error.stage === 'associate').toBe(json.hubspot !== undefined);
  }
  expect(outcome.success).toEqual([]);
});
