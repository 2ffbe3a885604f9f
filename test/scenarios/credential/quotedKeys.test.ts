import type { ReplyFnContext } from 'nock';
import { onlyFailureOf } from '../../support/accounted';
import { nock } from '../../support/interceptors';
import { CONTINUING } from '../../support/onError';
import { expectNoSecret } from '../../support/secrets';
import { lineItems, serviceKeyFor, upsert } from '../../support/upsert';

const settings = CONTINUING[0]![1];
const parameters = { options: { maxRetries: 0, batchSize: 1 } };

const ACCESS_TOKEN = 'CJSP5qf1KhICAQEYs-gDIIGOBii1hQIyGQAf3xBKmlwHjX7OIpuIFEavB2-qYAGQsF4';

/** How something on the way may quote a request's header, and the key in it. */
const QUOTES: Array<[name: string, quote: (header: string) => object]> = [
  ['in a sentence', (header) => ({ message: `Bad request: authorization=${header}` })],
  ['without Bearer', (header) => ({ message: `Bad key ${header.replace('Bearer ', '')}` })],
  ['as JSON', (header) => ({ context: { headers: [JSON.stringify({ authorization: header })] } })],
  ['under its name', (header) => ({ context: { Authorization: [header] } })],
  ['as a category', (header) => ({ category: header, subCategory: header, errorType: header })],
  ['as a correlation id', (header) => ({ correlationId: header })],
  ['as a code', (header) => ({ code: header, context: { propertyName: ['name'] } })],
  ['as a property', (header) => ({ code: 'INVALID', context: { propertyName: [header] } })],
  [
    'as a property that it lacks',
    (header) => ({ code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: [header] } }),
  ],
  ['as a scope', (header) => ({ context: { requiredScopes: [header] } })],
];

describe.each(['pat-na1-never-to-be-seen', ACCESS_TOKEN])('a gateway that quotes %s', (key) => {
  it.each(QUOTES.flatMap((quote) => [200, 400, 401].map((status) => [...quote, status] as const)))(
    '%s shows no secret (%#)',
    async (_, quoteOf, status) => {
      const reply = function (this: ReplyFnContext): [number, object] {
        const quote = { message: 'no', ...quoteOf(String(this.req.headers.authorization)) };
        return [status, { status: 'error', ...quote, errors: [quote], results: [] }];
      };
      nock('https://gateway.example')
        .persist()
        .get(/properties/)
        .reply(200, { results: [] })
        .post(/batch/)
        .reply(reply);
      const credential = serviceKeyFor('https://gateway.example', key);
      for (const more of [{}, { settings }]) {
        const outcome = await upsert({ items: lineItems(2), credential, parameters, ...more });
        expectNoSecret(outcome, [credential]);
      }
    },
  );
});

it('a gateway that quotes the key in what it adds to results shows no secret', async () => {
  const credential = serviceKeyFor('https://gateway.example', ACCESS_TOKEN);
  nock('https://gateway.example')
    .persist()
    .get(/properties/)
    .reply(200, { results: [] })
    .post(/batch/)
    .reply(function (this: ReplyFnContext, _, body) {
      const key = String(this.req.headers.authorization);
      const { inputs } = body as { inputs: object[] };
      const results = inputs.map((input, index) => ({
        ...input,
        id: String(index),
        new: true,
        warnings: [{ message: key, code: key }],
        trace: { request: `authorization=${key}` },
      }));
      return [200, { status: 'COMPLETE', results }];
    });
  const outcome = await upsert({ items: lineItems(2), credential });
  expect(outcome.success).toHaveLength(2);
  expectNoSecret(outcome, [credential]);
});

it.each([
  ['as a header', 'mySecret', (header: string) => `Bad request: Authorization: ${header}`],
  ['as JSON', 'mySecret', (header: string) => JSON.stringify({ Authorization: header })],
  ['with its scheme alone', 'mySecret1', (header: string) => `The gateway got ${header}`],
])('a key that looks like nothing in particular is no less a secret %s', async (_, key, quote) => {
  const credential = serviceKeyFor('https://gateway.example', key);
  nock('https://gateway.example')
    .persist()
    .get(/properties/)
    .reply(200, { results: [] })
    .post(/batch/)
    .reply(function (this: ReplyFnContext) {
      return [400, { message: quote(String(this.req.headers.authorization)) }];
    });
  const outcome = await upsert({ items: lineItems(1), credential, parameters });
  expect(onlyFailureOf(outcome).message).toContain('(hidden)');
  expectNoSecret(outcome, [credential]);
});
