import {
  credentialFault,
  isExpired,
  permissionFault,
  requiredScopes,
} from '../../nodes/HubspotBatchUpsert/response/accessFault';

const TOKEN = 'pat-na1-0a1b2c3d-ffff-4444-8888-0123456789ab';

describe('a credential that HubSpot does not accept', () => {
  const ADVICE = 'Open the credential: reconnect it if it is OAuth2, or enter a valid service key.';

  it('ends the run, and the items pass once it is fixed', () => {
    expect(credentialFault()).toEqual({
      scope: 'run',
      title: 'HubSpot does not accept the credential',
      advice: ADVICE,
      retryable: true,
      throws: true,
    });
  });

  it.each(['The account is not connected', 'The account is not connected.'])(
    'is told with the reason in front, as a sentence of its own: %j',
    (reason) => {
      expect(credentialFault(reason).advice).toBe(`The account is not connected. ${ADVICE}`);
    },
  );

  it.each([
    ['EXPIRED_AUTHENTICATION', true],
    ['INVALID_AUTHENTICATION', false],
    [undefined, false],
  ])('with the category %s has expired: %p', (category, expired) => {
    expect(isExpired({ category })).toBe(expired);
  });
});

describe('a scope that the credential lacks', () => {
  it('concerns one group of records, since other object types need other scopes', () => {
    expect(permissionFault({})).toMatchObject({
      scope: 'group',
      title: 'The credential lacks a scope that HubSpot requires',
      retryable: true,
      throws: true,
    });
  });

  it.each([
    [
      'by its name where HubSpot tells it',
      { context: { requiredGranularScopes: ['crm.objects.deals.write', 'e-commerce'] } },
      'Give the app or service key one of these scopes, and reconnect the credential if it is OAuth2: crm.objects.deals.write, e-commerce.',
    ],
    [
      'in the words of HubSpot where it names none',
      { message: 'You do not have permission.' },
      'You do not have permission. Check the scopes of the app or service key.',
    ],
    [
      'without what HubSpot quotes of the credential',
      { message: `${TOKEN} may not.` },
      '(hidden) may not. Check the scopes of the app or service key.',
    ],
    [
      'even where HubSpot says nothing',
      {},
      'HubSpot forbids the request. Check the scopes of the app or service key.',
    ],
  ])('is told %s', (_, error, advice) => {
    expect(permissionFault(error).advice).toBe(advice);
  });
});

describe('the scopes that HubSpot requires are read', () => {
  const scopes = (...names: string[]) => ({ context: { requiredGranularScopes: names } });

  it.each([
    ['from the context', scopes('a', 'b'), ['a', 'b']],
    ['from the details', { errors: [scopes('a'), {}, scopes('b')] }, ['a', 'b']],
    ['once each', { ...scopes('a'), errors: [scopes('a', 'b')] }, ['a', 'b']],
    ['without secrets among them', scopes(TOKEN), ['(hidden)']],
    ['and nothing else is', { context: { other: ['a'] }, errors: [{}] }, []],
  ])('%s', (_, error, expected) => {
    expect(requiredScopes(error)).toEqual(expected);
  });
});
