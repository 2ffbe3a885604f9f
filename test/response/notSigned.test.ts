import { notSigned } from '../../nodes/HubspotBatchUpsert/response/notSigned';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';

const failure = (sent: boolean) =>
  notSigned({ kind: 'authFailed', sent, message: 'revoked' }, 'Connect the account again');

it('a record whose request was never signed was not sent, and may be later', () => {
  expect(failure(false)).toEqual(
    ownFailure('NOT_ATTEMPTED', 'Connect the account again', { retryable: true, stage: 'upsert' }),
  );
});

it('a record that left with an expired token was refused with 401', () => {
  expect(failure(true)).toMatchObject({
    kind: 'failure',
    category: 'INVALID_AUTHENTICATION',
    message: 'Connect the account again',
    httpStatus: 401,
    attempted: true,
    retryable: true,
    stage: 'upsert',
  });
});
