import { failureSignature } from '../../nodes/HubspotBatchUpsert/response/failureSignature';
import { writeOf } from '../support/write';

const writes = [
  writeOf('A-1', { name: 'n/a', size: 'M', state: 'Ma' }),
  writeOf('B-1', { name: 'bolt' }),
];

const cause = (status: number, json: object | undefined) =>
  failureSignature({ kind: 'response', status, headers: {}, json, text: '' }, writes);

it.each<[number, object, object]>([
  [400, { message: 'Invalid input at 12:01' }, { message: 'Invalid input at 12:02' }],
  [409, { message: 'The records are locked.' }, { message: 'The records are locked.' }],
  [414, { message: 'Too long ("/a")' }, { message: 'Too long ("/b")' }],
])('%i is the same failure whatever differs from batch to batch', (status, one, other) => {
  expect(cause(status, one)).toBe(cause(status, other));
  expect(cause(status, one)).not.toBeUndefined();
});

it.each([
  ['another status', cause(503, { message: 'x' })],
  ['another category', cause(502, { message: 'x', category: 'C' })],
  ['another sentence', cause(502, { message: 'y' })],
  ['no body', cause(502, undefined)],
])('%s is another failure', (_, other) => {
  expect(other).not.toBe(cause(502, { message: 'x' }));
});

it.each([
  { message: 'Property values were not valid: [{"name":"name"}]' },
  { message: 'no', errors: [{ context: { propertyName: ['name'] } }] },
  { message: 'Contact already exists. Existing ID: 12' },
  { message: 'Email address n/a is invalid' },
  { message: 'No record A-1' },
  { message: 'No record B-1' },
  { message: 'Name "x" is no name' },
  { message: 'x'.repeat(501) },
])('what a record is refused for is no part of the signature: %j', (json) => {
  expect(cause(400, json)).toBeUndefined();
});

it('a value of a letter or two stands in any sentence', () => {
  expect(cause(400, { message: 'Malformed' })).toBe('400  Malformed');
});

it('success has no failure signature', () => {
  expect(cause(207, {})).toBeUndefined();
});

it('a sentence longer than HubSpot’s own quotes something', () => {
  expect(cause(400, { message: 'x'.repeat(500) })).toBeDefined();
  expect(cause(400, { message: 'x'.repeat(501) })).toBeUndefined();
});

it('numbers and what follows a quotation mark are left out', () => {
  expect(cause(502, { category: 'C', message: 'Gone after 30 s at "x"' })).toBe(
    '502 C Gone after  s at ',
  );
});

describe('where there was no response', () => {
  const lost = (more: object) =>
    failureSignature(
      { kind: 'noResponse', reason: 'network', code: 'E1', sent: true, message: 'x', ...more },
      writes,
    );

  it('the signature is the reason with its code, whatever the sentence', () => {
    expect(lost({})).toBe('network E1');
    expect(lost({ message: 'y', sent: false })).toBe(lost({}));
    expect(lost({ code: 'E2' })).toBe('network E2');
    expect(lost({ reason: 'timeout' })).toBe('timeout E1');
  });

  it('a request that n8n could not authenticate has one signature, whatever n8n says', () => {
    const refused = (message: string) =>
      failureSignature({ kind: 'authFailed', sent: false, message }, writes);
    expect(refused('not connected')).toBe('authFailed');
    expect(refused('revoked')).toBe(refused('not connected'));
  });
});
