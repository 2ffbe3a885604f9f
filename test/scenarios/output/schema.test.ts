import Ajv from 'ajv';
import schema from '../../../nodes/HubspotBatchUpsert/__schema__/v1.0.0.json';
import { sandboxForTest, takeSerial } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** The schema, and nothing beside what it lists. */
const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false });
const { hubspot, hubspotError } = schema.properties;
const isRecord = ajv.compile({ ...hubspot, additionalProperties: false });
const isFailure = ajv.compile({
  ...hubspotError,
  additionalProperties: false,
  required: Object.keys(hubspotError.properties),
});

const bad: IDataObject = { ...lineItems(1, 7)[0], serial: 'TAKEN' };
const items: IDataObject[] = [
  ...lineItems(2),
  ...lineItems(1),
  { ...lineItems(1, 5)[0], price: 'none' },
  { name: 'No key' },
  bad,
];

it.each<[string, INodeParameters]>([
  ['a plain upsert', {}],
  ['values left out', { invalidValues: 'leaveOut' }],
  ['a dry run', { dryRun: true }],
  ['unchanged records', { skipUnchanged: true }],
])('what items carry is what the editor offers before the first run: %s', async (_, options) => {
  const sandbox = await sandboxForTest();
  takeSerial(sandbox, 'TAKEN');
  sandbox.store.put('line_items', { invoice_line_key: 'K-1', name: 'Row 1', price: '1' });
  const { success, error } = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: { options },
  });
  expect(success.length).toBeGreaterThan(0);
  expect(error.length).toBeGreaterThan(0);
  for (const { json } of success) {
    isRecord(json.hubspot);
    expect(isRecord.errors).toBeNull();
  }
  for (const { json } of error) {
    isFailure(json.hubspotError);
    expect(isFailure.errors).toBeNull();
  }
});
