import type { HttpResult } from '../../nodes/HubspotBatchUpsert/http/response';
import { associationFault } from '../../nodes/HubspotBatchUpsert/response/associationFault';
import { hubspotResponse } from '../support/hubspotResponse';
import { lineItemsToDeals, pairsOf } from '../support/pairs';

const PAIRS = pairsOf('101>201', '102>201');

const faultOf = (result: HttpResult, pairs = PAIRS) =>
  associationFault(result, lineItemsToDeals(), pairs);
const refused = (body: object, status = 400) => faultOf(hubspotResponse(status, body));

describe('all pairs of two object types meet', () => {
  it.each(["Missing 'Edit Associations' permission.", 'No Permission'])(
    'a permission that the user lacks: %s',
    (message) => {
      expect(refused({ message, category: 'VALIDATION_ERROR' })).toMatchObject({
        scope: 'target',
        title: 'The HubSpot user behind the credential lacks a permission',
        advice: expect.stringContaining(message.replace(/\.$/, '')) as string,
        retryable: true,
      });
    },
  );

  it.each<[object, number]>([
    [{ message: '0-99 is not a valid association type between LINE_ITEM and DEAL' }, 400],
    [{ message: 'no.', subCategory: 'crm.associations.INVALID_ASSOCIATION_TYPE' }, 400],
    [{ message: 'no', category: 'OBJECT_NOT_FOUND' }, 404],
  ])('object types that are not associated so: %j', (body, status) => {
    const fault = refused(body, status);
    expect(fault).toMatchObject({
      scope: 'target',
      title: 'HubSpot does not associate line_items with deals in this way',
      retryable: false,
      throws: false,
    });
    const { message } = body as { message: string };
    expect(fault?.advice).toBe(
      `HubSpot said: ${message.replace(/\.$/, '')}. Choose another object type or another label in the parameter Associations.`,
    );
  });

  it.each([
    { message: 'The account has reached its limit' },
    { message: 'The maximum of associations is reached' },
    { message: 'no', subCategory: 'crm.associations.LIMIT' },
  ])('a limit of the account: %j', (body) => {
    expect(refused(body)).toMatchObject({
      scope: 'target',
      title: 'A limit of associations between line_items and deals is reached',
      advice: `HubSpot said: ${body.message}. Remove associations that are no longer needed, or raise the limit in HubSpot (Settings > Objects).`,
      retryable: false,
      throws: false,
    });
  });

  it('what HubSpot does not explain', () => {
    expect(refused({ category: 'OBJECT_NOT_FOUND' }, 404)?.advice).toContain(
      'HubSpot said: nothing.',
    );
  });

  it.each<[string, HttpResult, string, string]>([
    ['a scope that is missing', hubspotResponse(403, { category: 'MISSING_SCOPES' }), 'target', 'lacks a scope'], // prettier-ignore
    ['another 403', hubspotResponse(403, {}), 'target', 'forbids the request'],
    ['a 404 that is not HubSpot’s', hubspotResponse(404, { message: 'no' }), 'run', 'does not answer like HubSpot'], // prettier-ignore
    ['a credential that is refused', hubspotResponse(401, {}), 'run', 'does not accept the credential'], // prettier-ignore
    ['a redirect', hubspotResponse(302), 'run', 'does not answer like HubSpot'],
    ['a request that n8n cannot sign', { kind: 'authFailed', sent: false, message: '' }, 'run', 'does not accept the credential'], // prettier-ignore
  ])('%s', (_, result, scope, title) => {
    expect(faultOf(result)).toMatchObject({
      scope,
      title: expect.stringContaining(title) as string,
    });
  });
});

it.each([200, 207])('what a %i says of each pair, and made none, is a fault of all', (status) => {
  const errors = [1, 2].map(() => ({ message: "Missing 'Edit Associations' permission." }));
  expect(faultOf(hubspotResponse(status, { results: [], errors }))?.advice).toContain(
    "Missing 'Edit Associations' permission",
  );
});

describe('no fault of all pairs is', () => {
  it.each<[string, HttpResult]>([
    ['a success', hubspotResponse(200, { results: [] })],
    [
      'an error beside an association that was made',
      hubspotResponse(207, {
        results: [{ from: { id: '1' }, to: { id: '2' } }],
        errors: [{ message: 'association type' }],
      }),
    ],
    [
      'an error of one pair beside one of all',
      hubspotResponse(207, {
        results: [],
        errors: [{ message: 'association type' }, { message: 'no' }],
      }),
    ],
    [
      'a lost answer',
      { kind: 'noResponse', reason: 'network', code: 'X', sent: true, message: '' },
    ],
    ['a 403 of a firewall', hubspotResponse(403)],
    ['a refusal in other words', hubspotResponse(400, { message: 'Object is unlimited' })],
    ['trouble', hubspotResponse(503, { message: 'limit' })],
    ['a conflict', hubspotResponse(409, { message: 'limit' })],
    ['a refusal without a body', hubspotResponse(400)],
    ['a request that is too large', hubspotResponse(413, { message: 'limit' })],
    [
      'a request with too many inputs',
      hubspotResponse(400, {
        message: 'The maximum number of inputs supported in a batch is 1. Please reduce them',
      }),
    ],
  ])('%s', (_, result) => {
    expect(faultOf(result)).toBeUndefined();
  });

  it.each([
    [['101'], 'one of the pairs'],
    [['201'], 'a record of all of them'],
  ])('what is said of %j, %s', (ids) => {
    const body = { message: 'has reached the limit', context: { ids } };
    expect(faultOf(hubspotResponse(400, body))).toBeUndefined();
    expect(faultOf(hubspotResponse(400, body), [PAIRS[0]!])).toBeUndefined();
    const permission = { message: 'permission', context: { ids } };
    expect(faultOf(hubspotResponse(403, permission))).toBeUndefined();
  });
});

it('what is said of no pair of the request is said of all', () => {
  const body = { message: 'has reached the limit', context: { ids: ['301'] } };
  expect(faultOf(hubspotResponse(400, body))).toBeDefined();
});
