import { getEventListeners } from 'node:events';
import { RememberedLists } from '../../nodes/HubspotBatchUpsert/delivery/rememberedLists';
import { RateLimiter } from '../../nodes/HubspotBatchUpsert/rateLimit/rateLimiter';
import type { WriteInput } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { CANCELLED } from '../../nodes/HubspotBatchUpsert/model/fault';
import { delivering } from '../support/delivering';
import { networkError } from '../support/n8n';
import { allCreated, found, ok, type Reply } from '../support/replies';
import { later } from '../support/scriptedHubspot';
import { inVirtualTime, pass, untilIdle, useVirtualTime } from '../support/virtualTime';

const NOTHING = { turn: 0, response: 0, retry: 0 };

useVirtualTime();

const inputOf = (id: string): WriteInput => ({
  id,
  idProperty: 'sku',
  properties: { name: 'x' },
  objectWriteTraceId: `trace-${id}`,
});
const A = [inputOf('A')];
const query = { idProperty: 'sku', ids: ['A', 'B'], properties: ['sku', 'name'] };
const refused = (status: number, headers = {}, body = {}): Reply => ({ status, body, headers });
const STOPPED = { ...CANCELLED, title: 'It is enough' };

/** How long the work took, in ms of virtual time. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await inVirtualTime(work());
  return performance.now() - startedAt;
}

describe('what is sent', () => {
  const types = { fromObjectType: 'line_items', toObjectType: 'deals' };

  it.each([
    [undefined, '/batch/associate/default'],
    [[{ associationCategory: 'USER_DEFINED', associationTypeId: 37 }], '/batch/create'],
  ])('pairs go to their object types, with the types of %j', async (own, path) => {
    const { client, hubspot } = delivering();
    const inputs = [{ from: { id: '1' }, to: { id: '7' }, ...(own && { types: own }) }];
    await inVirtualTime(client.associate(types, inputs));
    expect(hubspot.requests).toMatchObject([
      {
        method: 'POST',
        url: `https://api.hubapi.com/crm/v4/associations/line_items/deals${path}`,
        body: { inputs },
      },
    ]);
  });

  it('what records are associated with is asked for page by page', async () => {
    const { client, hubspot } = delivering();
    const from = [{ id: '1' }, { id: '2', after: 'a' }];
    await inVirtualTime(client.readAssociations(types, from));
    expect(hubspot.requests).toMatchObject([
      {
        method: 'POST',
        url: 'https://api.hubapi.com/crm/v4/associations/line_items/deals/batch/read',
        body: { inputs: from },
      },
    ]);
  });

  it('labels are asked for by their object types', async () => {
    const { client, hubspot } = delivering({}, { settings: { apiVersion: '2026-09' } });
    await inVirtualTime(client.associationLabels(types));
    expect(hubspot.requests).toMatchObject([
      {
        method: 'GET',
        url: 'https://api.hubapi.com/crm/associations/2026-09/line_items/deals/labels',
      },
    ]);
  });

  it('once the run has ended, associations are read and nothing else of them', async () => {
    const { client, hubspot, run } = delivering();
    run.stop(STOPPED);
    const pair = { from: { id: '1' }, to: { id: '7' } };
    const ends = [
      await client.associate(types, [pair]),
      await client.associationLabels(types),
      await inVirtualTime(client.readAssociations(types, [{ id: '1' }])),
    ];
    expect(ends.map(({ result }) => result?.kind)).toEqual([undefined, undefined, 'response']);
    expect(hubspot.associationReads).toHaveLength(1);
    expect(hubspot.requests).toHaveLength(1);
  });

  it('an upsert goes to the object type, with its inputs as they are', async () => {
    const { client, hubspot } = delivering({ upsert: [ok({ results: [] })] });
    const { result, isOutcomeUnknown } = await inVirtualTime(client.upsert('line_items', A));
    expect(hubspot.requests).toMatchObject([
      {
        method: 'POST',
        url: 'https://api.hubapi.com/crm/v3/objects/line_items/batch/upsert',
        body: { inputs: A },
        timeout: 30_000,
      },
    ]);
    expect(result).toMatchObject({ kind: 'response', status: 200, json: { results: [] } });
    expect(isOutcomeUnknown).toBe(false);
  });

  it('a read asks for records by their values of a property, without histories', async () => {
    const { client, hubspot } = delivering({ read: [found([{ sku: 'A' }])] });
    const { result } = await inVirtualTime(client.read('line_items', query));
    expect(hubspot.requests).toMatchObject([
      {
        method: 'POST',
        url: 'https://api.hubapi.com/crm/v3/objects/line_items/batch/read',
        body: {
          idProperty: 'sku',
          inputs: [{ id: 'A' }, { id: 'B' }],
          properties: ['sku', 'name'],
          propertiesWithHistory: [],
        },
      },
    ]);
    expect(result).toMatchObject({ json: { results: [{ properties: { sku: 'A' } }] } });
  });

  it('property definitions are asked for by level of sensitivity', async () => {
    const { client, hubspot } = delivering();
    await inVirtualTime(client.properties('contacts'));
    await inVirtualTime(client.properties('contacts', 'sensitive'));
    expect(hubspot.requests.map(({ method, qs }) => [method, qs])).toEqual([
      ['GET', { dataSensitivity: undefined, after: undefined }],
      ['GET', { dataSensitivity: 'sensitive', after: undefined }],
    ]);
    expect(hubspot.properties).toEqual([
      '/crm/v3/properties/contacts',
      '/crm/v3/properties/contacts sensitive',
    ]);
  });

  it('the version of the API is the one that was chosen', async () => {
    const { client, hubspot } = delivering({}, { settings: { apiVersion: '2026-09' } });
    await inVirtualTime(client.upsert('line_items', A));
    await inVirtualTime(client.read('line_items', query));
    expect(hubspot.requests.map(({ url }) => new URL(url).pathname)).toEqual([
      '/crm/objects/2026-09/line_items/batch/upsert',
      '/crm/objects/2026-09/line_items/batch/read',
    ]);
  });
});

describe('retries', () => {
  it('a request is sent again after a wait, and both are counted', async () => {
    const { client, run, hubspot } = delivering({ upsert: [refused(503), allCreated] });
    let result;
    const took = await timed(async () => {
      ({ result } = await client.upsert('line_items', A));
    });
    expect(result).toMatchObject({ status: 200 });
    expect(hubspot.upserts).toEqual([['A'], ['A']]);
    expect(run.traffic).toEqual({
      requests: 2,
      retried: 1,
      waiting: NOTHING,
    });
    expect(took).toBeGreaterThanOrEqual(2_000);
  });

  it('tell how often in a row the last status came', async () => {
    const upsert = [refused(503), refused(502), refused(502)];
    const { client } = delivering({ upsert }, { settings: { maxRetries: 2 } });
    const { result } = await inVirtualTime(client.upsert('line_items', A));
    expect(result).toMatchObject({ status: 502, timesInARow: 2 });
  });

  it('end with the last response when they are used up', async () => {
    const steps = [refused(503), refused(502), refused(500), allCreated];
    const { client, run } = delivering({ upsert: steps }, { settings: { maxRetries: 2 } });
    const { result } = await inVirtualTime(client.upsert('line_items', A));
    expect(result).toMatchObject({ status: 500 });
    expect(run.traffic).toEqual({ requests: 3, retried: 2, waiting: NOTHING });
    expect(run.stopped).toBeUndefined();
  });

  it('wait as long as HubSpot asks for', async () => {
    const steps = [refused(503, { 'retry-after': '40' }), allCreated];
    const { client } = delivering({ upsert: steps });
    const took = await timed(() => client.upsert('line_items', A));
    expect(took).toBeGreaterThanOrEqual(40_000);
    expect(took).toBeLessThan(41_000);
  });

  it('after a 429 stand in the line of those who wait for the account, at its head', async () => {
    const tooMany = refused(429, { 'retry-after': '30' });
    const { client, run, hubspot } = delivering({ upsert: [tooMany, allCreated] });
    const thrownBack = client.upsert('line_items', A);
    await untilIdle();
    const startedAt = performance.now();
    const next = client.upsert('line_items', [inputOf('B')]);
    const { isOutcomeUnknown } = await inVirtualTime(thrownBack);
    await inVirtualTime(next);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(30_000);
    expect(hubspot.upserts).toEqual([['A'], ['A'], ['B']]);
    expect(run.traffic).toEqual({ requests: 3, retried: 1, waiting: NOTHING });
    expect(isOutcomeUnknown).toBe(false);
  });
});

describe('whether HubSpot may have written without saying so', () => {
  it.each([
    ['a time-out', networkError('ECONNABORTED'), true],
    ['a connection that broke', networkError('ECONNRESET'), true],
    ['a connection that never came about', networkError('ECONNREFUSED'), false],
    ['a 500', refused(500), true],
    ['a 504', refused(504), true],
    ['a 423', refused(423), false],
    ['a 400', refused(400), false],
    ['a 401', refused(401), false],
    ['a credential that is not connected', new Error('not connected'), false],
  ])('%s: %p', async (_, answer, isOutcomeUnknown) => {
    const { client } = delivering({ upsert: [answer] }, { settings: { maxRetries: 0 } });
    expect(await inVirtualTime(client.upsert('line_items', A))).toMatchObject({ isOutcomeUnknown });
  });

  it('stays so, whatever a retry tells', async () => {
    const { client } = delivering({ upsert: [networkError('ECONNRESET'), refused(400)] });
    const delivery = await inVirtualTime(client.upsert('line_items', A));
    expect(delivery).toMatchObject({ result: { status: 400 }, isOutcomeUnknown: true });
  });
});

describe('what ends the run', () => {
  it('the daily limit, for which nothing is to be fixed', async () => {
    const { client, run } = delivering({ upsert: [refused(429, {}, { policyName: 'DAILY' })] });
    const { result } = await inVirtualTime(client.upsert('line_items', A));
    expect(result).toMatchObject({ status: 429 });
    expect(run.stopped).toEqual({
      scope: 'run',
      title:
        "The run stopped because the account's daily limit of requests is used up until midnight in its time zone",
      advice: 'Run the items of the Error output again later.',
      retryable: true,
      throws: false,
    });
    expect(run.traffic).toEqual({ requests: 1, retried: 0, waiting: NOTHING });
  });

  it('a wait longer than its patience, which others on the account with more patience wait out', async () => {
    const rateLimiter = new RateLimiter();
    const impatient = delivering(
      { upsert: [refused(429, { 'retry-after': '60' })] },
      { settings: { patienceMs: 10_000 }, rateLimiter },
    );
    const other = delivering({}, { rateLimiter });
    await inVirtualTime(impatient.client.upsert('line_items', A));
    expect(impatient.run.stopped?.title).toMatch(/asked to wait 60 seconds/);
    expect(await timed(() => other.client.upsert('line_items', A))).toBeGreaterThanOrEqual(60_000);
  });
});

describe('once the run has ended', () => {
  it('no upsert and no question for definitions is sent any more', async () => {
    const { client, run, hubspot, rateLimiter } = delivering();
    run.stop(STOPPED);
    const nothing = { result: undefined, isOutcomeUnknown: false };
    expect(await inVirtualTime(client.upsert('line_items', A))).toEqual(nothing);
    expect(await inVirtualTime(client.properties('line_items'))).toEqual(nothing);
    expect(hubspot.requests).toEqual([]);
    expect(run.traffic).toEqual({ requests: 0, retried: 0, waiting: NOTHING });
    expect(rateLimiter.isIdle()).toBe(true);
  });

  it('a permit that came at the same moment is given back', async () => {
    const { client, run, hubspot, rateLimiter } = delivering();
    const upsert = client.upsert('line_items', A);
    run.stop(STOPPED);
    expect(await inVirtualTime(upsert)).toMatchObject({ result: undefined });
    expect(hubspot.requests).toEqual([]);
    expect(rateLimiter.isIdle()).toBe(true);
  });

  it('a request that waits for its permit gives up at once', async () => {
    const { client, run, hubspot } = delivering({
      upsert: [refused(429, { 'retry-after': '100' })],
    });
    const thrownBack = client.upsert('line_items', A);
    await untilIdle();
    const waiting = client.upsert('line_items', A);
    await untilIdle();
    run.stop(STOPPED);
    expect(await timed(() => Promise.all([thrownBack, waiting]))).toBe(0);
    expect(await waiting).toMatchObject({ result: undefined });
    expect(await thrownBack).toMatchObject({ result: { status: 429 } });
    expect(hubspot.upserts).toHaveLength(1);
  });

  it('a request that waits for its retry ends with what it has', async () => {
    const { client, run, hubspot } = delivering({
      upsert: [refused(503, { 'retry-after': '100' })],
    });
    const upsert = client.upsert('line_items', A);
    await pass(1_000);
    run.stop(STOPPED);
    expect(await timed(() => upsert)).toBe(0);
    expect(await upsert).toMatchObject({ result: { status: 503 }, isOutcomeUnknown: true });
    expect(hubspot.upserts).toHaveLength(1);
  });

  it('records are read all the same, once and not again', async () => {
    const { client, run, hubspot } = delivering({ read: [refused(503)] });
    run.stop(STOPPED);
    const { result } = await inVirtualTime(client.read('line_items', query));
    expect(result).toMatchObject({ status: 503 });
    expect(hubspot.reads).toEqual([['A', 'B']]);
  });

  it('nothing is read where its user has cancelled it', async () => {
    const { client, hubspot } = delivering({}, { cancelSignal: AbortSignal.abort() });
    expect(await inVirtualTime(client.read('line_items', query))).toMatchObject({
      result: undefined,
    });
    expect(hubspot.requests).toEqual([]);
  });
});

describe('all that were sent', () => {
  it('is known while the responses are still to come', async () => {
    const { answer, give } = later();
    const { client, hubspot } = delivering({ upsert: [answer] });
    const upsert = client.upsert('line_items', A);
    await inVirtualTime(client.allSent());
    await untilIdle();
    expect(hubspot.upserts).toEqual([['A']]);
    give(ok({}));
    await inVirtualTime(upsert);
  });

  it('is not known as long as a request waits for its permit', async () => {
    const tooMany = refused(429, { 'retry-after': '30' });
    const { client, hubspot } = delivering({ upsert: [tooMany, allCreated] });
    const upsert = client.upsert('line_items', A);
    await untilIdle();
    expect(await timed(() => client.allSent())).toBeGreaterThanOrEqual(30_000);
    await inVirtualTime(upsert);
    expect(hubspot.upserts).toHaveLength(2);
  });

  it('is known although pairs wait for their permit', async () => {
    const { client, hubspot } = delivering({ associate: [refused(429, { 'retry-after': '30' })] });
    const types = { fromObjectType: 'line_items', toObjectType: 'deals' };
    const pairs = client.associate(types, [{ from: { id: '1' }, to: { id: '2' } }]);
    await untilIdle();
    expect(hubspot.associates).toHaveLength(1);
    expect(await timed(() => client.allSent())).toBe(0);
    await inVirtualTime(pairs);
  });

  it('is known at once where nothing waits', async () => {
    const { client } = delivering();
    expect(await timed(() => client.allSent())).toBe(0);
  });
});

it('requests that wait do not pile up listeners at the run’s signal', async () => {
  const { client, run } = delivering({ upsert: [refused(503), allCreated] });
  const upserts = Array.from({ length: 20 }, () => client.upsert('line_items', A));
  await untilIdle();
  expect(getEventListeners(run.endSignal, 'abort')).toEqual([]);
  await inVirtualTime(Promise.all(upserts));
});

describe('a create', () => {
  const broken = networkError('ECONNRESET');

  it('whose end nobody knows is not repeated, and is worth it after the wait', async () => {
    const { client, hubspot } = delivering({ create: [broken] });
    const delivery = await inVirtualTime(client.create('line_items', A));
    expect(hubspot.creates).toHaveLength(1);
    expect(delivery).toMatchObject({ isOutcomeUnknown: true, isWorthRepeating: true });
  });

  it.each([
    ['never left', networkError('ECONNREFUSED')],
    ['was put off', refused(429, { 'retry-after': '1' })],
  ])('that %s is repeated', async (_, first) => {
    const { client, hubspot } = delivering({ create: [first, ok({ results: [] })] });
    const delivery = await inVirtualTime(client.create('line_items', A));
    expect(hubspot.creates).toHaveLength(2);
    expect(delivery.isWorthRepeating).toBeUndefined();
  });

  it('is not worth it where no retry is left', async () => {
    const { client } = delivering({ create: [broken] }, { settings: { maxRetries: 0 } });
    const delivery = await inVirtualTime(client.create('line_items', A));
    expect(delivery.isOutcomeUnknown).toBe(true);
    expect(delivery.isWorthRepeating).toBeUndefined();
  });
});

it('an update is repeated, since it does no harm', async () => {
  const { client, hubspot } = delivering({ update: [networkError('ECONNRESET')] });
  await inVirtualTime(client.update('line_items', A));
  expect(hubspot.updates).toHaveLength(3);
});

describe('a search', () => {
  const search = { property: 'domain', values: ['a.example'] };

  it('is repeated, and asks for the page that is wanted', async () => {
    const { client, hubspot } = delivering({
      search: [networkError('ECONNRESET'), refused(429), ok({ total: 0, results: [] })],
    });
    const { result } = await inVirtualTime(client.search('companies', search, '200'));
    expect(result).toMatchObject({ kind: 'response', status: 200 });
    expect(hubspot.searches).toHaveLength(3);
    expect(hubspot.requests.map(({ body }) => (body as { after: string }).after)).toEqual(
      Array(3).fill('200'),
    );
  });

  it('goes on after the end of the run, and not after a cancel', async () => {
    const stop = new AbortController();
    const { client, hubspot, run } = delivering({}, { cancelSignal: stop.signal });
    run.stop(STOPPED);
    expect((await inVirtualTime(client.search('companies', search))).result).toBeDefined();
    stop.abort();
    expect((await inVirtualTime(client.search('companies', search))).result).toBeUndefined();
    expect(hubspot.searches).toHaveLength(1);
  });

  it('keeps a pace of its own, which other requests need not wait for', async () => {
    const { client, hubspot } = delivering();
    const startedAt = Date.now();
    const searches = Array.from({ length: 10 }, () => client.search('companies', search));
    await inVirtualTime(client.read('companies', { ids: ['1'], properties: [] }));
    expect(Date.now() - startedAt).toBeLessThan(500);
    await inVirtualTime(Promise.all(searches));
    expect(hubspot.searches).toHaveLength(10);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1_000);
  });
});

it('an execution that asks once ends no other one that asks more often', async () => {
  const lists = new RememberedLists();
  const properties = [refused(503), ok({ results: [] })];
  const hasty = delivering({ properties }, { lists, settings: { maxRetries: 0 } });
  const patient = delivering({ properties }, { lists, settings: { maxRetries: 5 } });
  const [ofHasty, ofPatient] = await inVirtualTime(
    Promise.all([hasty, patient].map(({ client }) => client.properties('deals'))),
  );
  expect([ofHasty?.result, ofPatient?.result]).toMatchObject([{ status: 503 }, { status: 200 }]);
});
