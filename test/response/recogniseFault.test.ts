import { recogniseFault } from '../../nodes/HubspotBatchUpsert/response/faults';
import { writeOf } from '../support/write';

const target = { objectType: 'line_items', idProperty: 'sku', usableIdProperties: [] };
const writes = [writeOf('A', { name: 'a', tint: 'red' }), writeOf('B', { tint: 'blue' })];

const faultOf = (json: object, sent = writes, status = 400) =>
  recogniseFault({ kind: 'response', status, headers: {}, json, text: '' }, target, sent);

const notValid = (entry: object) => ({
  message: `Property values were not valid: ${JSON.stringify([entry])}`,
});

describe('a fault of the whole run is', () => {
  it.each([
    ['Unable to infer object type from: line_item', 'no object type'],
    ['Unable to perform update/upsert by non-unique 0-2 property domain in portal ID 1', '"sku"'],
  ])('%j', (message, says) => {
    expect(faultOf({ message })?.title).toContain(says);
  });

  it('a property that HubSpot does not have and every record of the batch sets', () => {
    const fault = faultOf(notValid({ name: 'tint', error: 'PROPERTY_DOESNT_EXIST' }));
    expect(fault).toMatchObject({
      scope: 'group',
      title: 'HubSpot has no property "tint" for line_items',
      properties: ['tint'],
      retryable: false,
      throws: true,
    });
    expect(fault?.advice).toContain('Unknown Fields');
  });
});

describe('HubSpot’s response tells whose fault it is', () => {
  const bare = (status: number, json?: object) =>
    recogniseFault({ kind: 'response', status, headers: {}, json, text: '' }, target);

  it.each<[number, object | undefined, string]>([
    [401, {}, 'does not accept the credential'],
    [403, { message: 'no' }, 'lacks a scope'],
    [404, { message: 'no' }, 'no object type "line_items"'],
    [405, { message: 'no' }, 'no object type "line_items"'],
    [300, { message: 'no' }, 'no object type "line_items"'],
    [404, undefined, 'address in the credential does not answer like HubSpot (HTTP 404)'],
    [405, undefined, 'address in the credential does not answer like HubSpot (HTTP 405)'],
    [300, undefined, 'address in the credential does not answer like HubSpot (HTTP 300)'],
    [399, undefined, 'address in the credential does not answer like HubSpot (HTTP 399)'],
    [500, { message: 'Unable to infer object type from: x' }, 'no object type "line_items"'],
  ])('%i with %j: %s', (status, json, says) => {
    expect(bare(status, json)?.title).toContain(says);
  });

  it.each<[string, number, object | undefined]>([
    ['success', 200, { message: 'Unable to infer object type from: x' }],
    ['a 403 of a firewall', 403, undefined],
    ['a status of no request', 199, undefined],
    ['a refusal that says nothing', 400, undefined],
    ['the words of a 400 with another status', 422, { message: 'Unable to perform update/upsert by non-unique 0-2 property sku' }], // prettier-ignore
    ['trouble at HubSpot', 502, undefined],
  ])('nobody is at fault for %s', (_, status, json) => {
    expect(bare(status, json)).toBeUndefined();
  });

  it('HubSpot’s reason is told for a token that expired, and for no other', () => {
    const message = 'The OAuth token used to make this call expired 0 second(s) ago.';
    const expired = bare(401, { category: 'EXPIRED_AUTHENTICATION', message });
    expect(expired?.advice).toContain(`${message} Open the credential`);
    expect(bare(401, { category: 'INVALID_AUTHENTICATION', message })?.advice).toMatch(/^Open/);
  });

  it('n8n’s reason is told where it could not sign', () => {
    const answer = { kind: 'authFailed', sent: false, message: 'Not connected' } as const;
    expect(recogniseFault(answer, target)?.advice).toMatch(/^Not connected\. Open the credential/);
  });

  it('a response that broke off after its status says nothing', () => {
    const lost = { kind: 'noResponse', reason: 'network', code: 'ECONNRESET' } as const;
    const answer = { ...lost, sent: true, status: 401, message: 'gone' };
    expect(recogniseFault(answer, target)).toBeUndefined();
  });
});

describe('no fault of the whole run is', () => {
  it.each([
    notValid({
      name: 'name',
      error: 'INVALID_OPTION',
      message: 'a non-unique property was not one of the allowed options: [x]',
    }),
    notValid({ name: 'name', message: 'Unable to infer object type was not a valid number' }),
    { message: 'x: Unable to perform update/upsert by non-unique 0-2 property domain' },
  ])('a value that holds the words of one: %j', (json) => {
    expect(faultOf(json)).toBeUndefined();
  });

  it('a property that HubSpot does not have and one record of the batch sets', () => {
    expect(faultOf(notValid({ name: 'name', error: 'PROPERTY_DOESNT_EXIST' }))).toBeUndefined();
    const missing = notValid({ name: 'tint', error: 'PROPERTY_DOESNT_EXIST' });
    expect(faultOf(missing, [])).toBeUndefined();
  });
});
