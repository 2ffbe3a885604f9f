import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HUBSPOT_LIMITS } from '../../sandbox/hubspot/limits/rateLimit';
import type { RateLimit } from '../../sandbox/hubspot/limits/rateLimit';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';
import { shapeOf } from './shapeOf';
import {
  LINE_ITEMS_CREATE,
  LINE_ITEMS_UPSERT,
  client,
  lineItem,
  newLineItem,
  sandboxForTest,
  untraced,
} from './client';

const directory = process.env.HUBSPOT_SAMPLES_DIR;
const whereSamplesAre = directory === undefined ? test.skip : test;

const unknown = lineItem('b', { missing: 'x' });

function upsert(sandbox: Sandbox, ...inputs: unknown[]) {
  return client(sandbox).post(LINE_ITEMS_UPSERT, { inputs });
}

function details(sandbox: Sandbox, rateLimit: RateLimit) {
  return client(sandbox, { rateLimit }).get('/account-info/v3/details');
}

function refresh(sandbox: Sandbox, refreshToken: string) {
  const { clientId, clientSecret } = sandbox.oauth;
  const form = {
    grant_type: 'refresh_token',
    client_id: clientId,
    client_secret: clientSecret,
    refresh_token: refreshToken,
  };
  return client(sandbox).post('/oauth/v3/token', new URLSearchParams(form));
}

const ANSWERS: Record<string, (sandbox: Sandbox) => Promise<{ data: unknown }>> = {
  'docs.207.batch-create.trace-ids': (sandbox) =>
    client(sandbox).post(LINE_ITEMS_CREATE, {
      inputs: [newLineItem('a'), newLineItem('b', { missing: 'x' })],
    }),
  'docs.400.property-doesnt-exist': (sandbox) => upsert(sandbox, untraced(unknown)),
  'docs.400.generic-structure': (sandbox) =>
    upsert(sandbox, untraced(lineItem('a', { discount: 'discount' }))),
  'docs.403.missing-scopes': (sandbox) =>
    client(sandbox, { scopes: [] }).get('/crm/v3/properties/deals'),
  'docs.429.daily': (sandbox) => details(sandbox, { ...HUBSPOT_LIMITS.serviceKey, daily: 0 }),
  'observed.429.ten-secondly-rolling': (sandbox) =>
    details(sandbox, { ...HUBSPOT_LIMITS.serviceKey, perWindow: 0 }),
  'fixture.400.duplicate-ids': (sandbox) => upsert(sandbox, lineItem('a'), lineItem('a')),
  'thread.400.non-unique-idproperty': (sandbox) =>
    upsert(sandbox, { ...lineItem('a'), idProperty: 'hs_object_id' }),
  'rebuilt.400.invalid-option': (sandbox) =>
    upsert(sandbox, untraced(lineItem('a', { warehouse: 'NAM Only' }))),
  'thread.401.expired-token': (sandbox) => {
    const { accessToken } = sandbox.oauth.consent({ lifeSeconds: 0 });
    return client(sandbox, accessToken).get('/account-info/v3/details');
  },
  'silent-noop.200.missing-inputs-wrapper': (sandbox) => upsert(sandbox),
  'oauth.200.token': (sandbox) => refresh(sandbox, sandbox.oauth.consent().refreshToken),
  'oauth.400.bad-refresh-token': (sandbox) => refresh(sandbox, 'unknown'),
};

/** Samples that people cut or rebuilt: HubSpot's own answers have more fields. */
const CUT = ['thread.400.non-unique-idproperty', 'rebuilt.400.invalid-option'];

/** HubSpot's documentation puts any sentence for the message of this one. */
const OPEN_MESSAGE = 'docs.400.generic-structure';

whereSamplesAre.each(Object.keys(ANSWERS))('it answers in the shape of %s', async (name) => {
  const sample: unknown = JSON.parse(readFileSync(join(directory!, `${name}.json`), 'utf8'));
  const { data } = await ANSWERS[name]!(await sandboxForTest());

  const open = name === OPEN_MESSAGE ? { message: expect.anything() as unknown } : {};
  expect(shapeOf(data)).toMatchObject({ ...(shapeOf(sample) as object), ...open });
  const fields = (value: unknown) => Object.keys(value as object).sort();
  if (!CUT.includes(name)) expect(fields(data)).toEqual(fields(sample));
});

whereSamplesAre('every sample has an answer of the sandbox', () => {
  const files = readdirSync(directory!).filter((file) => file.endsWith('.json'));
  expect(
    Object.keys(ANSWERS)
      .map((name) => `${name}.json`)
      .sort(),
  ).toEqual(files.sort());
});
