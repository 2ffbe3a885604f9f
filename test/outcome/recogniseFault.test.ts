import { recogniseFault } from '../../nodes/HubspotBatchUpsert/outcome/fault';
import { writeOf } from '../records/write';

const target = { objectType: 'line_items', idProperty: 'sku', usableIdProperties: [] };
const writes = [writeOf('A', { name: 'a', tint: 'red' }), writeOf('B', { tint: 'blue' })];

const faultOf = (json: object, sent = writes, status = 400) =>
  recogniseFault({ kind: 'answered', status, headers: {}, json, text: '' }, target, sent);

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
