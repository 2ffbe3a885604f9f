import {
  isExpired,
  isTransient,
  isWriteConflict,
} from '../../nodes/HubspotBatchUpsert/hubspot/categories';
import { parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';

it.each([
  ['The record is locked', true],
  ['Concurrent updates, try again', true],
  [undefined, true],
  ['Contact already exists. Existing ID: 12', false],
  ['34 already has that value', false],
  ['The value ALREADY EXISTS', false],
  ['The record already hashed', true],
])('the conflict %j is one of the moment: %p', (message, ofTheMoment) => {
  expect(isWriteConflict(parseError({ message }))).toBe(ofTheMoment);
});

describe('an error passes by itself', () => {
  it.each([
    'RATE_LIMIT',
    'RATE_LIMITS',
    'LOCKED',
    'MIGRATION_IN_PROGRESS',
    'INTERNAL_ERROR',
    'SERVICE_UNAVAILABLE',
    'TIMEOUT',
  ])('with %s as its category, or as its type where it has no category', (name) => {
    expect(isTransient(parseError({ category: name }))).toBe(true);
    expect(isTransient(parseError({ errorType: name }))).toBe(true);
    expect(isTransient(parseError({ category: 'VALIDATION_ERROR', errorType: name }))).toBe(false);
  });

  it.each([423, 429, '429', 500, 501, 599])('with the status %j', (status) => {
    expect(isTransient(parseError({ status }))).toBe(true);
    expect(isTransient(parseError({ status, category: 'VALIDATION_ERROR' }))).toBe(true);
  });

  it.each([{}, { status: 'error' }, { status: 400 }, { status: 498 }, { category: 'CONFLICT' }])(
    'but not with %j',
    (error) => {
      expect(isTransient(parseError(error))).toBe(false);
    },
  );
});

it.each([
  ['EXPIRED_AUTHENTICATION', true],
  ['INVALID_AUTHENTICATION', false],
  [undefined, false],
])('a token that HubSpot refuses with the category %s has expired: %p', (category, expired) => {
  expect(isExpired(parseError({ category }))).toBe(expired);
});
