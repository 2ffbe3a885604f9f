import { inspect } from 'node:util';
import { allCreated, type SentInput } from '../../support/answers';
import { nock } from '../../support/interceptors';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, oAuth2Of, serviceKeyFor, serviceKeyOf, upsert } from '../../support/upsert';

it.each(['', '/', '//', ' '])('the base URL may end with %j (service key)', async (ending) => {
  const sandbox = await sandboxForTest();
  const credential = serviceKeyOf(sandbox);
  credential.data.baseUrl = sandbox.baseUrl + ending;
  const { success } = await upsert({ items: lineItems(1), credential });
  expect(success).toHaveLength(1);
});

it.each(['', '/', '//', ' '])('the base URL may end with %j (OAuth2)', async (ending) => {
  const sandbox = await sandboxForTest();
  const { credential } = oAuth2Of(sandbox);
  credential.data.baseUrl = sandbox.baseUrl + ending;
  sandbox.oauth.expireAccessTokens();
  const { success } = await upsert({ items: lineItems(1), credential });
  expect(success).toHaveLength(1);
});

it('it may lead through a gateway with a path of its own', async () => {
  const gateway = nock('https://gateway.example')
    .get('/hub/crm/v3/properties/line_items')
    .reply(200, { results: [] })
    .post('/hub/crm/v3/objects/line_items/batch/upsert')
    .reply(200, (_, body) => allCreated((body as { inputs: SentInput[] }).inputs).body as object);
  const credential = serviceKeyFor('https://gateway.example/hub/');
  const { success } = await upsert({ items: lineItems(1), credential });
  expect(success).toHaveLength(1);
  expect(gateway.isDone()).toBe(true);
});

it.each([
  ['a user name', (host: string) => `http://user:geheim@${host}`],
  ['a user name alone', (host: string) => `http://geheim@${host}`],
  ['a query', (host: string) => `http://${host}/?key=geheim`],
  ['a fragment', (host: string) => `http://${host}/#geheim`],
  ['another protocol', (host: string) => `ftp://${host}/geheim`],
  ['no protocol', (host: string) => `${host}/geheim`],
  ['nothing in it', () => ''],
  ['a row of slashes', (host: string) => `http://${host}${'/'.repeat(100_000)}geheim`],
])('a base URL with %s is refused, without being shown', async (_, urlOf) => {
  const sandbox = await sandboxForTest();
  const credential = serviceKeyOf(sandbox);
  credential.data.baseUrl = urlOf(new URL(sandbox.baseUrl).host);
  const { thrown } = await upsert({ items: lineItems(1), credential });
  expect(thrown?.message).toMatch(/base URL/i);
  expect(inspect(thrown, { depth: null })).not.toContain('geheim');
  expect(sandbox.log.entries).toEqual([]);
});
