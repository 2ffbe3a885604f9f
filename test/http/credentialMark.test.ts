import { credentialMark } from '../../nodes/HubspotBatchUpsert/http/credentialMark';

const oauth = (tokens: object) => ({ clientId: 'c', oauthTokenData: tokens }) as never;

it('the same credential has the same mark', () => {
  expect(credentialMark({ serviceKey: 'made-up' })).toBe(credentialMark({ serviceKey: 'made-up' }));
});

it('another key has another mark, also where an expression gives it under the same id', () => {
  expect(credentialMark({ serviceKey: 'one' })).not.toBe(credentialMark({ serviceKey: 'two' }));
});

it('a renewed access token makes no other credential of it', () => {
  const before = oauth({ access_token: 'a', refresh_token: 'r', expires_in: 1 });
  const after = oauth({ access_token: 'b', refresh_token: 'r', expires_in: 2 });
  expect(credentialMark(after)).toBe(credentialMark(before));
});

it('tokens of another user are another credential', () => {
  const one = oauth({ access_token: 'a', refresh_token: 'r' });
  const other = oauth({ access_token: 'a', refresh_token: 's' });
  expect(credentialMark(one)).not.toBe(credentialMark(other));
  expect(credentialMark(oauth({ access_token: 'a' }))).not.toBe(
    credentialMark(oauth({ access_token: 'b' })),
  );
});

it('shows nothing of the credential', () => {
  expect(credentialMark({ serviceKey: 'made-up-key' })).toMatch(/^[\w-]{43}$/);
});
