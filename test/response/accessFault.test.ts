import { parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';
import {
  credentialFault,
  permissionFault,
} from '../../nodes/HubspotBatchUpsert/response/accessFault';

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
});

const adviceOn = (error: object) => permissionFault(parseError(error)).advice;

describe('what a 403 tells', () => {
  it('concerns the records of one target, since other object types need other scopes', () => {
    expect(permissionFault(parseError({ category: 'MISSING_SCOPES' }))).toMatchObject({
      scope: 'target',
      title: 'The credential lacks a scope that HubSpot requires',
      retryable: true,
      throws: true,
    });
  });

  it.each([
    ['BANNED', 'HubSpot has blocked the app of the credential'],
    ['USER_DOES_NOT_HAVE_PERMISSIONS', 'The HubSpot user behind the credential lacks a permission'],
    ['ANYTHING_ELSE', 'HubSpot forbids the request'],
    [undefined, 'HubSpot forbids the request'],
  ])('is no scope where the category is %s', (category, title) => {
    const fault = permissionFault(parseError({ category, message: 'You may not.' }));
    expect(fault).toMatchObject({ scope: 'target', title, retryable: true, throws: true });
    expect(fault.advice).toMatch(/^You may not\. [A-Z]/);
  });

  it.each([
    [
      'by its name where HubSpot tells it, whatever the category',
      { context: { requiredGranularScopes: ['crm.objects.deals.write', 'e-commerce'] } },
      'Give the app or service key one of these scopes: crm.objects.deals.write, e-commerce. Reconnect the credential if it is OAuth2.',
    ],
    [
      'in the words of HubSpot where it names none',
      { category: 'MISSING_SCOPES', message: 'You do not have permission.' },
      'You do not have permission. Check the scopes of the app or service key.',
    ],
    [
      'even where HubSpot says nothing',
      { category: 'MISSING_SCOPES' },
      'HubSpot did not say why. Check the scopes of the app or service key.',
    ],
  ])('is told %s', (_, error, advice) => {
    expect(adviceOn(error)).toBe(advice);
  });
});
