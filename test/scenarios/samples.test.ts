import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type nockModule from 'nock';
import {
  allCreated,
  HUBSPOT,
  hubspotAnswers,
  upsertToHubspot,
  type Script,
} from '../support/answers';
import {
  expectAllAccounted,
  failuresOf,
  onlyFailureOf,
  writtenOf,
  type HubspotErrorFields,
} from '../support/accounted';
import { nock } from '../support/interceptors';
import { lineItems, upsert } from '../support/upsert';

const dir = process.env.HUBSPOT_SAMPLES_DIR;
const whereSamplesAre = dir === undefined ? test.skip : test;
const covered: string[] = [];

/** A test of what the node does with one answer of the folder, its status taken from the name. */
function sample(
  file: string,
  says: string,
  check: (body: string, status: number) => Promise<void>,
) {
  covered.push(file);
  const status = Number(/\.(\d{3})\./.exec(file)?.[1]);
  whereSamplesAre(`${file}: ${says}`, () =>
    check(readFileSync(join(dir ?? '', file), 'utf8'), status),
  );
}

const json = (text: string) => JSON.parse(text) as object;

async function upsertAnswered(body: unknown, status: number, more: Script = {}, count = 2) {
  const heard = hubspotAnswers({ upsert: [{ status, body }], ...more });
  const outcome = await upsertToHubspot({ items: lineItems(count) });
  return { heard, outcome };
}

function expectEvery(failures: HubspotErrorFields[], expected: object): void {
  for (const failure of failures) expect(failure).toMatchObject(expected);
}

sample(
  'docs.207.batch-create.trace-ids.json',
  'the traced error is that item’s; a result without trace id and key is nobody’s',
  async (body, status) => {
    hubspotAnswers({ upsert: [{ status, body: json(body) }] });
    const outcome = await upsertToHubspot({
      items: [
        { invoice_line_key: 'A', missing: 'x', trace: '549b1c2a9351' },
        { invoice_line_key: 'B', trace: '549b1c2a9350' },
      ],
      parameters: {
        options: { objectWriteTraceId: '={{ $json.trace }}', unknownFields: 'send' },
      },
    });
    expectAllAccounted(outcome, 2);
    expect(failuresOf(outcome)).toMatchObject([
      {
        category: 'VALIDATION_ERROR',
        code: 'PROPERTY_DOESNT_EXIST',
        message: 'Property "missing" does not exist',
        property: 'missing',
        value: 'x',
        httpStatus: 207,
        objectWriteTraceId: '549b1c2a9351',
      },
      { category: 'NO_OUTCOME', idValue: 'B' },
    ]);
  },
);

sample(
  'docs.400.generic-structure.json',
  'the one record that sets the property is to blame',
  async (body, status) => {
    const heard = hubspotAnswers({
      upsert: [
        (inputs) =>
          inputs.some(({ properties }) => 'discount' in properties)
            ? { status, body: json(body) }
            : allCreated(inputs),
      ],
    });
    const outcome = await upsertToHubspot({
      items: [
        { invoice_line_key: 'A', name: 'good' },
        { invoice_line_key: 'B', discount: 'x' },
        { invoice_line_key: 'C', name: 'good' },
      ],
      parameters: { options: { unknownFields: 'send' } },
    });
    expectAllAccounted(outcome, 3);
    expect(writtenOf(outcome).map(({ idValue }) => idValue)).toEqual(['A', 'C']);
    expect(onlyFailureOf(outcome)).toMatchObject({
      category: 'VALIDATION_ERROR',
      code: 'INVALID_INTEGER',
      message: 'discount was not a valid number',
      property: 'discount',
      value: 'x',
      httpStatus: 400,
      correlationId: 'a43683b0-5717-4ceb-80b4-104d02915d8c',
      retryable: false,
    });
    expect(heard.upserts).toHaveLength(2);
  },
);

sample(
  'docs.400.property-doesnt-exist.json',
  'its message cannot be parsed, so the details say which property it is',
  async (body, status) => {
    hubspotAnswers({ upsert: [{ status, body: json(body) }, allCreated] });
    const outcome = await upsertToHubspot({
      items: [
        { invoice_line_key: 'A', testproperty: 1 },
        { invoice_line_key: 'B', name: 'good' },
        { invoice_line_key: 'C', testproperty: 2 },
      ],
      parameters: { options: { unknownFields: 'send' } },
    });
    expectAllAccounted(outcome, 3);
    expect(writtenOf(outcome).map(({ idValue }) => idValue)).toEqual(['B']);
    expectEvery(failuresOf(outcome), {
      category: 'VALIDATION_ERROR',
      code: 'PROPERTY_DOESNT_EXIST',
      message: 'Property "testproperty" does not exist',
      property: 'testproperty',
      correlationId: '8a3f6c3a-8296-4002-b0a6-2a06fecf7c0c',
    });
    expect(outcome.error).toHaveLength(2);
  },
);

sample(
  'docs.403.missing-scopes.json',
  'the node throws and names the scopes',
  async (body, status) => {
    const { outcome } = await upsertAnswered(json(body), status);
    expect(outcome.thrown?.message).toMatch(/scope/);
    for (const scope of ['crm.schemas.deals.read', 'crm.objects.deals.sensitive.read.v2']) {
      expect(outcome.thrown?.message).toContain(scope);
    }
  },
);

sample(
  'docs.429.daily.json',
  'the run ends without a throw and without repetition',
  async (body, status) => {
    const heard = hubspotAnswers({ upsert: [{ status, body: json(body) }] });
    const outcome = await upsertToHubspot({
      items: lineItems(3),
      parameters: { options: { batchSize: 1, maxConcurrency: 1, maxRetries: 5 } },
    });
    expectAllAccounted(outcome, 3);
    expect(heard.upserts).toHaveLength(1);
    expect(failuresOf(outcome)).toMatchObject([
      {
        category: 'RATE_LIMIT',
        message: 'You have reached your daily limit.',
        httpStatus: 429,
        correlationId: 'c033cdaa-2c40-4a64-ae48-b4cec88dad24',
        retryable: true,
        attempted: true,
      },
      { category: 'NOT_ATTEMPTED', attempted: false, retryable: true },
      { category: 'NOT_ATTEMPTED', attempted: false, retryable: true },
    ]);
  },
);

sample(
  'observed.429.ten-secondly-rolling.json',
  'the request is repeated when the window is over',
  async (body, status) => {
    const headers = { 'X-HubSpot-RateLimit-Interval-Milliseconds': '100' };
    const heard = hubspotAnswers({
      upsert: [{ status, body: json(body), headers }, allCreated],
    });
    const outcome = await upsertToHubspot({
      items: lineItems(2),
      parameters: { options: { maxRetries: 1 } },
    });
    expectAllAccounted(outcome, 2);
    expect(outcome.success).toHaveLength(2);
    expect(heard.upserts).toHaveLength(2);
  },
);

sample(
  'fixture.400.duplicate-ids.json',
  'the repeated ids go one after the other, and nobody is to blame',
  async (body, status) => {
    const isTwin = (id: string) => id.toLowerCase() === '12877907025';
    const heard = hubspotAnswers({
      upsert: [{ status, body: json(body) }, allCreated],
    });
    const outcome = await upsertToHubspot({
      items: [{ invoice_line_key: '12877907025' }, { invoice_line_key: 'B' }],
    });
    expectAllAccounted(outcome, 2);
    expect(outcome.success).toHaveLength(2);
    for (const batch of heard.upserts.slice(1)) {
      expect(batch.filter(({ id }) => isTwin(id)).length).toBeLessThanOrEqual(1);
    }
  },
);

sample(
  'thread.400.non-unique-idproperty.json',
  'the node throws and names the properties that can identify records',
  async (body, status) => {
    const { outcome, heard } = await upsertAnswered(json(body), status);
    expect(outcome.thrown?.message).toContain('invoice_line_key');
    expect(outcome.thrown?.message).toContain('invoice_line_key');
    expect(heard.upserts).toHaveLength(1);
  },
);

sample(
  'rebuilt.400.invalid-option.json',
  'the value in the message tells whose it is',
  async (body, status) => {
    hubspotAnswers({ upsert: [{ status, body: json(body) }, allCreated] });
    const outcome = await upsertToHubspot({
      items: [
        { invoice_line_key: 'A', dans_tags: 'Hide' },
        { invoice_line_key: 'B', dans_tags: 'NAM Only' },
        { invoice_line_key: 'C', dans_tags: 'Procurement' },
      ],
      parameters: { options: { unknownFields: 'send' } },
    });
    expectAllAccounted(outcome, 3);
    expect(writtenOf(outcome).map(({ idValue }) => idValue)).toEqual(['A', 'C']);
    expect(onlyFailureOf(outcome)).toMatchObject({
      idValue: 'B',
      code: 'INVALID_OPTION',
      property: 'dans_tags',
      value: 'NAM Only',
      httpStatus: 400,
      correlationId: '019fec2f-0000-0000-0000-000000000000',
    });
    expect(onlyFailureOf(outcome).message).toContain('allowed options: [Procurement, Hide]');
  },
);

sample(
  'thread.401.expired-token.json',
  'a key that stays expired makes the node throw with what to do',
  async (body, status) => {
    const { outcome } = await upsertAnswered(json(body), status);
    expect(outcome.thrown?.message).toMatch(/credential.*expired 0 second\(s\) ago.*reconnect/is);
  },
);

sample(
  'silent-noop.200.missing-inputs-wrapper.json',
  'COMPLETE without results is looked up, and not called written',
  async (body, status) => {
    const { outcome, heard } = await upsertAnswered(json(body), status);
    expectAllAccounted(outcome, 2);
    expect(heard.reads).toEqual([['K-0', 'K-1']]);
    expectEvery(failuresOf(outcome), { category: 'NO_OUTCOME', httpStatus: 200, attempted: true });
    expect(outcome.error).toHaveLength(2);
  },
);

/** A connected OAuth2 credential whose access token is no longer good. */
function connected() {
  return {
    type: 'hubspotBatchOAuth2Api',
    data: {
      clientId: 'client-id',
      clientSecret: 'client-secret',
      baseUrl: HUBSPOT,
      oauthTokenData: { access_token: 'stale', refresh_token: 'refresh', token_type: 'bearer' },
    },
  };
}

/** HubSpot as it answers who does not come with the token. */
function staleUnless(token: string): void {
  nock(HUBSPOT)
    .persist()
    .get(/properties/)
    .matchHeader('authorization', (value) => value !== `Bearer ${token}`)
    .reply(401, { status: 'error', category: 'EXPIRED_AUTHENTICATION', message: 'expired' });
}

sample(
  'oauth.200.token.json',
  'the new token signs the requests that follow',
  async (body, status) => {
    staleUnless('xxx...');
    const renewal = nock(HUBSPOT)
      .post('/oauth/v3/token', /client_secret=client-secret/)
      .reply(status, json(body) as nockModule.Body);
    const heard = hubspotAnswers({});
    const credential = connected();
    const outcome = await upsert({ items: lineItems(2), credential });
    expectAllAccounted(outcome, 2);
    expect(outcome.success).toHaveLength(2);
    expect(renewal.isDone()).toBe(true);
    expect(heard.upserts).toHaveLength(1);
    expect(credential.data.oauthTokenData).toMatchObject({
      access_token: 'xxx...',
      refresh_token: 'na1-aaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
    });
  },
);

sample(
  'oauth.400.bad-refresh-token.json',
  'the node throws and says that the credential needs to be reconnected',
  async (body, status) => {
    staleUnless('nobody’s');
    nock(HUBSPOT)
      .persist()
      .post('/oauth/v3/token')
      .reply(status, json(body) as nockModule.Body);
    const heard = hubspotAnswers({});
    const { thrown } = await upsert({ items: lineItems(2), credential: connected() });
    expect(thrown?.message).toMatch(/credential.*reconnect/is);
    expect(heard.upserts).toEqual([]);
  },
);

whereSamplesAre('every sample has its test', () => {
  const files = readdirSync(dir ?? '').filter((file) => file.endsWith('.json'));
  expect(covered.sort()).toEqual(files.sort());
});
