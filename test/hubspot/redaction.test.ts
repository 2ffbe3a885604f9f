import { redact } from '../../nodes/HubspotBatchUpsert/hubspot/redaction';

const ACCESS = 'CJSP5qf1KhICAQEYs-gDIIGOBii1hQIyGQAf3xBKmlwHjX7OIpuIFEavB2-qYAGQsF4';
const UUID = '0a1b2c3d-ffff-4444-8888-0123456789ab';

it.each([
  ['Authorization: Bearer abc.DEF-123_456=', 'Authorization: (hidden)'],
  ['Authorization: Bearer mySecret1', 'Authorization: (hidden)'],
  ['{"authorization":"Bearer%20mySecret"}', '{"authorization":"(hidden)"}'],
  ['Proxy-Authorization: Basic YTpi', 'Proxy-Authorization: (hidden)'],
  ['sent Bearer mySecret1', 'sent (hidden)'],
  ['sent Bearer%20abc.DEF-123_456=', 'sent (hidden)'],
  ['sent Basic YTpiY2RlZmdoaQ==', 'sent (hidden)'],
  [`key pat-na1-${UUID} refused`, 'key (hidden) refused'],
  ['cut off: pat-na1-0a1b2c', 'cut off: (hidden)'],
  ['PAT-EU1-ABC', '(hidden)'],
  [`the token ${ACCESS} is expired`, 'the token (hidden) is expired'],
  [ACCESS, '(hidden)'],
  [`eu1-${UUID}`, '(hidden)'],
  [`na1-1a2b-${UUID}`, '(hidden)'],
  ['grant_type=x&refresh_token=abc&client_secret=d', 'grant_type=x&refresh_token=(hidden)&client_secret=(hidden)'], // prettier-ignore
  [`{"client_secret":"${UUID}","n":1}`, '{"client_secret":"(hidden)","n":1}'],
  ['{\\"access_token\\": \\"abc\\"}', '{\\"access_token\\": \\"(hidden)\\"}'],
  ['?hapikey=abc', '?hapikey=(hidden)'],
  ['authorization=made-up-key', 'authorization=(hidden)'],
  ['x-api-key: abc', 'x-api-key: (hidden)'],
  ['service key 1f2e3d4c5b6a79880f1e2d3c', 'service key (hidden)'],
  ['Invalid token "abcdefghijklmnopqrstuvwxyz0"', 'Invalid token "(hidden)"'],
])('%j is redacted wherever it stands', (secret, hidden) => {
  expect(redact({ message: secret, errors: [{ context: { a: [secret] } }] })).toEqual({
    message: hidden,
    errors: [{ context: { a: [hidden] } }],
  });
  expect(redact({ [secret]: 1 })).toEqual({ [hidden]: 1 });
});

it.each(['access_token', 'refreshToken', 'client_secret', 'Authorization', 'hapikey', 'X-Api-Key'])(
  'whatever stands under the name %s is redacted',
  (name) => {
    expect(redact({ context: { [name]: ['anything'] } })).toEqual({
      context: { [name]: '(hidden)' },
    });
  },
);

it.each([
  'The bearer of this pattern',
  'pat-anna-17',
  'K-2024-0001',
  UUID,
  'INVOICE-2024-0001-ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'The key property is missing',
  'token: short1',
])('%j is no secret', (text) => {
  const error = { message: text, context: { a: [text, 5, null, true] } };
  expect(redact(error)).toEqual(error);
  expect(redact(text)).toBe(text);
});

it('what is given is left as it is', () => {
  const error = { message: ACCESS };
  redact(error);
  expect(error.message).toBe(ACCESS);
  expect(redact(undefined)).toBeUndefined();
});

it('a secret that is not there is not made up', () => {
  expect(redact({ password: undefined, hapikey: null })).toStrictEqual({
    password: undefined,
    hapikey: '(hidden)',
  });
});

it('a name that means something to every object is a name', () => {
  const error = JSON.parse('{"__proto__":{"a":1}}') as object;
  expect(JSON.stringify(redact(error))).toBe('{"__proto__":{"a":1}}');
});

it('what is nested too deep to be told is dropped', () => {
  const depth = 20_000;
  const json = `{"message":"m","context":${'{"a":['.repeat(depth)}${']}'.repeat(depth)}}`;
  const hidden = redact(JSON.parse(json) as { message: string });
  expect(hidden.message).toBe('m');
  expect(JSON.stringify(hidden).length).toBeLessThan(200);
});

it('a text that is all beginnings of secrets is read in no time', () => {
  const beginnings = [
    'Bearer ',
    'pat-na1',
    'CA-',
    'token ',
    'authorization ',
    'key:"',
    'na1-0000-',
  ];
  for (const beginning of beginnings) redact(beginning.repeat(200_000 / beginning.length));
});

it('the shortest access token of OAuth is hidden, though it is a word', () => {
  expect(redact(`CA${'a'.repeat(58)}`)).toBe('(hidden)');
});

it('a long text that repeats a word for a credential is read at once', () => {
  const text = 'key='.repeat(50_000);
  const start = performance.now();
  expect(redact(text)).toBe(text);
  expect(performance.now() - start).toBeLessThan(2_000);
});
