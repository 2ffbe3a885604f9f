import { parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';
import { failureSignature } from '../../nodes/HubspotBatchUpsert/response/failureSignature';
import { toRecordError } from '../../nodes/HubspotBatchUpsert/response/recordErrors';
import { aboutProperties } from '../support/refusals';
import { writeOf } from '../support/write';

const BOLT = writeOf('A-1', { name: 'n/a', size: 'M', state: 'Ma' });
const NUT = writeOf('B-nut', { name: 'Nut' });

function cause(httpStatus: number, json: object, write = BOLT) {
  const facts = { httpStatus, retryable: false, fallback: 'INVALID_VALUE', message: '?' } as const;
  return failureSignature(toRecordError(parseError(json), facts)(write), write);
}

const key = (...given: Parameters<typeof cause>) => cause(...given).key;

it.each<[string, object, object]>([
  ['times', { message: 'Invalid input at 12:01' }, { message: 'Invalid input at 12:02' }],
  ['request ids', { message: 'No, see 7f-3c now' }, { message: 'No, see 8a-99-bc now' }],
  ['what is quoted', { message: 'No "bolt" here' }, { message: 'No "nut" here' }],
  ['what stands in brackets', { message: 'Use [a] (b) {c}' }, { message: 'Use [d] (e) {f}' }],
  [
    'the values of the record',
    { message: 'Address n/a of A-1' },
    { message: 'Address Nut of B-nut' },
  ],
])('the cause is the same without %s', (_, one, other) => {
  expect(key(400, one)).toBe(key(400, other, NUT));
});

it('an apostrophe is no quotation mark', () => {
  expect(key(400, { message: "It isn't on your plan" })).not.toBe(
    key(400, { message: "It isn't allowed" }),
  );
});

it.each([
  ['another status', key(503, { message: 'x' })],
  ['another category', key(502, { message: 'x', category: 'C' })],
  ['another sentence', key(502, { message: 'y' })],
  ['no sentence', key(502, {})],
])('%s is another cause', (_, other) => {
  expect(other).not.toBe(key(502, { message: 'x' }));
});

it('code and property are the cause, whatever the sentence', () => {
  const about = (message: string, property = 'vat') => ({
    message,
    ...aboutProperties('REQUIRED', property),
  });
  expect(key(400, about('a'))).toBe(key(400, about('b'), NUT));
  expect(key(400, about('a'))).not.toBe(key(400, about('a', 'name')));
});

it.each([
  aboutProperties('REQUIRED', 'vat'),
  { message: 'Contact already exists. Existing ID: 12' },
  { message: 'Email address n/a is invalid' },
  { message: 'No record A-1' },
  { message: 'Name "x" is no name' },
  { message: 'x'.repeat(501) },
])('it may be what the record holds: %j', (json) => {
  expect(cause(400, json).isAboutRecord).toBe(true);
  expect(cause(502, json).isAboutRecord).toBe(false);
});

it.each([{ message: 'Malformed' }, { message: 'x'.repeat(500) }, {}])(
  'it is nothing that a record holds: %j',
  (json) => expect(cause(400, json).isAboutRecord).toBe(false),
);
