import {
  NOT_CHECKED,
  readPropertyDefinitions,
  VALUES_AS_THEY_ARE,
} from '../../nodes/HubspotBatchUpsert/delivery/readPropertyDefinitions';
import { CANCELLED } from '../../nodes/HubspotBatchUpsert/model/fault';
import { delivering } from '../support/delivering';
import { networkError } from '../support/n8n';
import { ok } from '../support/replies';
import { later, type Script } from '../support/scriptedHubspot';
import { inVirtualTime, pass, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const list = (...names: unknown[]) => ok({ results: names.map((name) => ({ name })) });
const refusal = (status: number, body: unknown = {}) => ({ status, body });
const FORBIDDEN = refusal(403, {
  category: 'MISSING_SCOPES',
  errors: [{ context: { requiredGranularScopes: ['crm.deals.read', 'crm.deals.write'] } }],
});

async function read(
  properties: Script['properties'],
  objectTypes: string[],
  levels: string[] = [],
  consequence = VALUES_AS_THEY_ARE,
) {
  const { run, context, hubspot } = delivering({ properties }, { settings: { maxRetries: 0 } });
  const targets = objectTypes.map((objectType) => ({ objectType }));
  const definitions = await inVirtualTime(
    readPropertyDefinitions(targets, levels, consequence, context),
  );
  const names = [...definitions].map(([type, known]) => [type, [...(known?.keys() ?? [])]]);
  return { names, run, hubspot, asked: hubspot.properties };
}

it('each object type is asked for once', async () => {
  const { names, asked, run } = await read(
    [list('sku', 'name'), list('email')],
    ['line_items', 'contacts', 'line_items'],
  );
  expect(asked).toEqual(['/crm/v3/properties/line_items', '/crm/v3/properties/contacts']);
  expect(names).toEqual([
    ['line_items', ['sku', 'name']],
    ['contacts', ['email']],
  ]);
  expect(run.notes).toEqual([]);
});

it('all types are asked for at the same time', async () => {
  const { answer, give } = later();
  const { context, hubspot } = delivering({ properties: [answer] });
  const targets = [{ objectType: 'line_items' }, { objectType: 'contacts' }];
  const reading = readPropertyDefinitions(targets, [], VALUES_AS_THEY_ARE, context);
  await pass(10_000);
  expect(hubspot.properties).toHaveLength(2);
  give(list('sku'));
  expect([...(await inVirtualTime(reading)).keys()]).toEqual(['line_items', 'contacts']);
});

describe('a list in pages', () => {
  const page = (name: string, after?: string) =>
    ok({ results: [{ name }], ...(after !== undefined && { paging: { next: { after } } }) });

  it('is read to the last one', async () => {
    const { names, hubspot } = await read(
      [page('sku', '10'), page('name', '20'), page('price')],
      ['line_items'],
    );
    expect(names).toEqual([['line_items', ['sku', 'name', 'price']]]);
    expect(hubspot.requests.map(({ qs }) => qs?.after as unknown)).toEqual([undefined, '10', '20']);
  });

  it('is not known in part: where one page may not be read, none counts', async () => {
    const { names, run } = await read([page('sku', '10'), FORBIDDEN], ['deals']);
    expect(names).toEqual([]);
    expect(run.notes).toHaveLength(1);
  });

  it('that leads in a circle comes to an end', async () => {
    const { names, asked } = await read([page('sku', '10')], ['deals']);
    expect(names).toEqual([['deals', ['sku']]]);
    expect(asked.length).toBeLessThanOrEqual(100);
  });
});

it('what is no name of an object type is asked of nobody', async () => {
  const { names, asked } = await read([list('sku')], ['', '../secrets', 'line_items']);
  expect(asked).toEqual(['/crm/v3/properties/line_items']);
  expect(names).toEqual([['line_items', ['sku']]]);
});

it('entries that have no name are left out', async () => {
  const { names } = await read([list('sku', undefined, 7)], ['line_items']);
  expect(names).toEqual([['line_items', ['sku']]]);
});

describe('sensitive properties', () => {
  it('are asked for by level and added', async () => {
    const { names, asked } = await read(
      [list('sku'), list('iban'), list('illness')],
      ['deals'],
      ['sensitive', 'highly_sensitive'],
    );
    expect(asked).toEqual([
      '/crm/v3/properties/deals',
      '/crm/v3/properties/deals sensitive',
      '/crm/v3/properties/deals highly_sensitive',
    ]);
    expect(names).toEqual([['deals', ['sku', 'iban', 'illness']]]);
  });

  it('that may not be read are noted, with the scopes; the others count', async () => {
    const { names, run } = await read(
      [list('sku'), FORBIDDEN, list('illness')],
      ['deals'],
      ['highly_sensitive', 'sensitive'],
    );
    expect(names).toEqual([['deals', ['sku', 'illness']]]);
    expect(run.notes).toEqual([
      'The highly sensitive properties of deals could not be read, so fields for them count as unknown fields. Grant one of these scopes: crm.deals.read, crm.deals.write.',
    ]);
    expect(run.stopped).toBeUndefined();
  });

  it('of which there are none are nothing to tell of', async () => {
    const { names, run } = await read([list('sku'), list()], ['deals'], ['sensitive']);
    expect(names).toEqual([['deals', ['sku']]]);
    expect(run.notes).toEqual([]);
  });

  it('are not asked for where the ordinary ones may not be read', async () => {
    const { asked } = await read([FORBIDDEN], ['deals'], ['sensitive']);
    expect(asked).toEqual(['/crm/v3/properties/deals']);
  });
});

describe('definitions that HubSpot does not let be read', () => {
  it.each([
    [403, FORBIDDEN, ' Grant one of these scopes: crm.deals.read, crm.deals.write.'],
    [400, refusal(400, { message: 'Unable to infer object type from: deals' }), ''],
    [404, refusal(404, { status: 'error', message: 'no' }), ''],
    ['an empty list', list(), ''],
    ['a list of nothing that has a name', ok({ results: [{}] }), ''],
  ])('(%s) are noted; the other types are read', async (_, answer, scopes) => {
    const { names, run } = await read([answer, list('email')], ['deals', 'contacts']);
    expect(names).toEqual([['contacts', ['email']]]);
    expect(run.notes).toEqual([
      `The property definitions of deals could not be read, so values were sent as they are.${scopes}`,
    ]);
    expect(run.stopped).toBeUndefined();
  });

  it('of records that are only associated with are noted otherwise, since no value of theirs is sent', async () => {
    const { run } = await read([FORBIDDEN], ['deals'], [], NOT_CHECKED);
    expect(run.notes).toEqual([
      'The property definitions of deals could not be read, so the values to find deals by were not checked. Grant one of these scopes: crm.deals.read, crm.deals.write.',
    ]);
  });

  it('are noted once, however often they are asked for', async () => {
    const { run, context } = delivering({ properties: [FORBIDDEN, FORBIDDEN] });
    const again = () =>
      readPropertyDefinitions([{ objectType: 'deals' }], [], NOT_CHECKED, context);
    await inVirtualTime(again());
    await inVirtualTime(again());
    expect(run.notes).toHaveLength(1);
  });
});

describe('a HubSpot out of reach ends the run before anything is sent unchecked', () => {
  const advice = 'It did not answer as usual. Run the items again later.';
  it.each([
    ['a 500', refusal(500), advice],
    ['a 503', refusal(503), advice],
    ['a 429', refusal(429), advice],
    ['no JSON', ok('<html>'), advice],
    ['a success that is no list', refusal(204, ''), advice],
    [
      'no connection',
      networkError('ECONNREFUSED'),
      'HubSpot could not be reached (ECONNREFUSED). Run the items again later.',
    ],
  ])('%s', async (_, answer, says) => {
    const { names, run, asked } = await read([answer], ['deals']);
    expect(run.stopped).toEqual({
      scope: 'run',
      title: 'HubSpot could not be reached to read the properties of the object type',
      advice: says,
      retryable: true,
      throws: false,
    });
    expect(names).toEqual([]);
    expect(asked).toEqual(['/crm/v3/properties/deals']);
    expect(run.notes).toEqual([]);
  });

  it('also where only a level of sensitive data cannot be had', async () => {
    const { run } = await read([list('sku'), refusal(503)], ['deals'], ['sensitive']);
    expect(run.stopped?.title).toMatch(/could not be reached/);
    expect(run.notes).toEqual([]);
  });
});

it.each([
  ['HubSpot does not take', refusal(401), 'HubSpot does not accept the credential'],
  ['n8n cannot sign with', new Error('gone'), 'HubSpot does not accept the credential'],
  ['has another address', refusal(404, '<html>'), 'The address in the credential does not answer'],
])('a credential that %s ends the run with what is to be fixed', async (_, answer, title) => {
  const { run } = await read([answer], ['deals']);
  expect(run.stopped?.title).toContain(title);
  expect(run.stopped?.throws).toBe(true);
  expect(run.notes).toEqual([]);
});

it('a run that has ended asks for nothing and notes nothing', async () => {
  const { run, context, hubspot } = delivering();
  run.stop(CANCELLED);
  const definitions = await inVirtualTime(
    readPropertyDefinitions([{ objectType: 'deals' }], [], VALUES_AS_THEY_ARE, context),
  );
  expect([...definitions]).toEqual([]);
  expect(hubspot.requests).toEqual([]);
  expect(run.notes).toEqual([]);
});

it('a run that ends meanwhile keeps what it has, and asks no more', async () => {
  const { run, context, hubspot } = delivering({
    properties: [
      () => {
        run.stop(CANCELLED);
        return list('sku');
      },
    ],
  });
  const definitions = await inVirtualTime(
    readPropertyDefinitions([{ objectType: 'deals' }], ['sensitive'], VALUES_AS_THEY_ARE, context),
  );
  expect([...(definitions.get('deals')?.keys() ?? [])]).toEqual(['sku']);
  expect(hubspot.properties).toHaveLength(1);
  expect(run.notes).toEqual([]);
});

it('what ended the run while it was asking is no note', async () => {
  const limit = refusal(429, { policyName: 'DAILY' });
  const { run } = await read([limit], ['deals']);
  expect(run.stopped?.title).toMatch(/daily limit/);
  expect(run.notes).toEqual([]);
});
