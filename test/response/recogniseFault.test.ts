import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { recogniseFault } from '../../nodes/HubspotBatchUpsert/response/faults';
import { hubspotResponse } from '../support/hubspotResponse';
import { notValid } from '../support/refusals';
import { writeOf } from '../support/write';

const target = new Target('line_items', 'sku', undefined);
const writes = [writeOf('A', { name: 'a', tint: 'red' }), writeOf('B', { tint: 'blue' })];

const faultOf = (json: object, sent = writes, status = 400) =>
  recogniseFault(hubspotResponse(status, json), target, sent);

describe('a fault of the whole run is', () => {
  it.each([
    ['Unable to infer object type from: line_item', 'no object type'],
    ['Unable to perform update/upsert by non-unique 0-2 property domain in portal ID 1', '"sku"'],
  ])('%j', (message, says) => {
    expect(faultOf({ message })?.title).toContain(says);
  });

  it('an ID property that identifies no record, told with those that do', () => {
    const definitions = toPropertyDefinitions([{ name: 'code', hasUniqueValue: true }]);
    const message = 'Unable to perform update/upsert by non-unique 0-8 property sku in portal ID 1';
    const known = new Target('line_items', 'sku', definitions);
    const fault = recogniseFault(hubspotResponse(400, { message }), known, writes);
    expect(fault?.advice).toBe(
      'Set the ID property to one of: code. To have HubSpot search for the values of a property that is not unique, set the option Non-Unique ID to Search.',
    );
  });

  it('a property that HubSpot does not have and every record of the batch sets', () => {
    const fault = faultOf(notValid({ name: 'tint', error: 'PROPERTY_DOESNT_EXIST' }));
    expect(fault).toMatchObject({
      scope: 'target',
      title: 'HubSpot has no property "tint" for line_items',
      properties: ['tint'],
      retryable: false,
      throws: true,
    });
    expect(fault?.advice).toContain('Unknown Fields');
  });
});

describe('what HubSpot answers tells whose fault it is', () => {
  const bare = (status: number, json?: object) =>
    recogniseFault(hubspotResponse(status, json), target);

  it.each<[number, object | undefined, string]>([
    [401, {}, 'does not accept the credential'],
    [403, { message: 'no' }, 'forbids the request'],
    [403, { category: 'MISSING_SCOPES' }, 'lacks a scope'],
    [404, { status: 'error' }, 'no object type "line_items"'],
    [404, { category: 'OBJECT_NOT_FOUND' }, 'no object type "line_items"'],
    [404, { correlationId: '5d0c' }, 'no object type "line_items"'],
    [404, { message: 'no' }, 'does not answer like HubSpot (HTTP 404)'],
    [405, { status: 'error' }, 'does not answer like HubSpot (HTTP 405)'],
    [300, { status: 'error' }, 'does not answer like HubSpot (HTTP 300)'],
    [407, undefined, 'proxy'],
    [400, { message: 'Invalid object or event type id: 2-9999' }, 'no object type "line_items"'],
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
    const result = { kind: 'authFailed', sent: false, message: 'Not connected' } as const;
    expect(recogniseFault(result, target)?.advice).toMatch(/^Not connected\. Open the credential/);
  });

  it('an empty 404 is about the object type where it comes from HubSpot, and from nobody else', () => {
    const empty = { ...hubspotResponse(404), isFromHubspot: true };
    expect(recogniseFault(empty, target)?.title).toContain('no object type');
    const page = { ...empty, text: '<html>' };
    expect(recogniseFault(page, target)?.title).toContain('does not answer like HubSpot');
  });

  it('a 404 is not about an object type whose properties could be read', () => {
    const known = new Target('line_items', 'sku', toPropertyDefinitions([{ name: 'sku' }]));
    const none = hubspotResponse(404, { status: 'error' });
    expect(recogniseFault(none, known)).toBeUndefined();
    const fault = recogniseFault(none, known, writes);
    expect(fault).toMatchObject({ scope: 'target', retryable: false, throws: true });
    expect(fault?.title).toBe(
      'HubSpot answered HTTP 404 to records of "line_items", an object type that it has',
    );
    expect(fault?.advice).toContain('"sku"');
    const updates = writes.map((write) => ({ ...write, operation: 'update' as const }));
    expect(recogniseFault(none, known, updates)).toBeUndefined();
  });

  it('a connection that is not secure is told with the code', () => {
    const insecure = {
      kind: 'noResponse',
      reason: 'insecure',
      code: 'EPROTO',
      sent: false,
    } as const;
    expect(recogniseFault({ ...insecure, message: '' }, target)).toMatchObject({
      scope: 'run',
      title: 'n8n could make no secure connection to HubSpot (EPROTO)',
      retryable: false,
    });
  });

  it('a response that broke off after its status says nothing', () => {
    const brokenOff = { kind: 'noResponse', reason: 'network', code: 'ECONNRESET' } as const;
    const result = { ...brokenOff, sent: true, status: 401, message: 'gone' };
    expect(recogniseFault(result, target)).toBeUndefined();
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
