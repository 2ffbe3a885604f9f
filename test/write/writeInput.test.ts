import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { toWriteInput } from '../../nodes/HubspotBatchUpsert/write/writeInput';
import { writeOf } from '../support/write';

const target = new Target('line_items', 'sku', undefined);
const contacts = new Target('contacts', 'email', undefined);
const write = writeOf('A', { name: 'x' }, { target });
const trace = { objectWriteTraceId: 'trace-A' };

it('a record that is created has its key among its properties', () => {
  expect(toWriteInput(write, 'create')).toEqual({
    ...{ properties: { sku: 'A', name: 'x' }, associations: [], ...trace },
  });
});

it('a record that is updated by key is named by it, and does not send it', () => {
  expect(toWriteInput({ ...write, recordId: '7' }, 'update')).toEqual({
    ...{ id: 'A', idProperty: 'sku', properties: { name: 'x' }, ...trace },
  });
});

it.each([
  ['by record id', new Target('line_items', 'hs_object_id', undefined)],
  ['by a search', new Target('line_items', 'name', undefined, 'search')],
  ['as a contact by e-mail address', contacts],
])('a record that is found %s is updated by its record id', (_, own) => {
  expect(toWriteInput({ ...write, target: own, recordId: '7' }, 'update')).toEqual({
    ...{ id: '7', properties: { name: 'x' }, ...trace },
  });
});

describe('a record that is upserted', () => {
  const sent = (own: Target, properties: object) =>
    toWriteInput(writeOf('A', properties, { target: own }), 'upsert').properties;

  it('is named by its key, which stands among its properties', () => {
    expect(toWriteInput(write, 'upsert')).toEqual({
      ...{ id: 'A', idProperty: 'sku', properties: { sku: 'A', name: 'x' }, ...trace },
    });
  });

  it('sends a key that can be written, and no other', () => {
    const [open, closed] = [false, true].map((readOnlyValue) =>
      toPropertyDefinitions([{ name: 'sku', modificationMetadata: { readOnlyValue } }]),
    );
    expect(sent(new Target('line_items', 'sku', open), { name: 'x' })).toHaveProperty('sku', 'A');
    expect(sent(new Target('line_items', 'sku', closed), { name: 'x' })).toEqual({ name: 'x' });
  });

  it('sends an e-mail address only where it sends nothing else', () => {
    expect(sent(contacts, { name: 'x' })).toEqual({ name: 'x' });
    expect(sent(contacts, {})).toEqual({ email: 'A' });
  });
});
