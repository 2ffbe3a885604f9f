import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { LINE_ITEMS_UPSERT, client, sandboxForTest, untraced } from './client';

/** Writes an e-mail address that another contact has, under a key of its own. */
async function conflict(options: Partial<SandboxOptions>) {
  const sandbox = await sandboxForTest(options);
  const owner = sandbox.store.put('contacts', { email: 'ada@example.com' });
  const input = {
    id: 'C-1',
    idProperty: 'customer_number',
    objectWriteTraceId: 't-1',
    properties: { email: 'ada@example.com' },
  };
  const path = '/crm/v3/objects/contacts/batch/upsert';
  const { status, data } = await client(sandbox).post(path, { inputs: [input] });
  return { owner, status, data };
}

test('a conflict may name the existing record and no property', async () => {
  const { owner, status, data } = await conflict({ conflictWording: 'existingId' });
  expect(status).toBe(207);
  expect(data.errors[0]).toEqual({
    status: 'error',
    category: 'CONFLICT',
    message: `Contact already exists. Existing ID: ${owner}`,
    context: { objectWriteTraceId: ['t-1'], existingId: [owner] },
  });
});

test('or the property in errors[].in, and be a 409 for the whole batch', async () => {
  const { owner, status, data } = await conflict({
    conflictWording: 'takenValue',
    refuseWholeBatchFor: ['conflict'],
  });
  expect(status).toBe(409);
  expect(data.errors).toEqual([
    {
      message: `A contact with email ada@example.com already exists. Existing ID: ${owner}`,
      in: 'email',
    },
  ]);
});

test.each([
  ['an error in the 207', 't-1'],
  ['the whole batch', undefined],
])('properties that were not set stand in the context alone, of %s', async (_, traceId) => {
  const sandbox = await sandboxForTest({ requiredIn: ['v3'], requiredWording: 'notSet' });
  sandbox.store.requireProperties('tickets', 'hs_pipeline_stage', 'due_on');
  const input = { id: 'T-1', idProperty: 'ticket_key', properties: { subject: 'x' } };
  const { status, data } = await client(sandbox).post('/crm/v3/objects/tickets/batch/upsert', {
    inputs: [{ ...input, objectWriteTraceId: traceId }],
  });

  const problem = traceId === undefined ? data : data.errors[0]!;
  expect(status).toBe(traceId === undefined ? 400 : 207);
  expect(problem.message).toBe('Error creating TICKET. Some required properties were not set.');
  expect(problem.context).toMatchObject({ properties: ['hs_pipeline_stage', 'due_on'] });
});

test('a property may be required because of another one', async () => {
  const sandbox = await sandboxForTest();
  sandbox.store.addProperty('companies', { name: 'vat_number' });
  sandbox.store.requireWhen('companies', { name: 'vat_number', when: 'country' });
  const http = client(sandbox);
  const write = (properties: Record<string, string>) =>
    http.post('/crm/objects/2026-09/companies/batch/upsert', {
      inputs: [{ id: 'K', idProperty: 'company_key', properties }],
    });

  const refused = await write({ country: 'AT' });
  expect(refused.status).toBe(400);
  expect(refused.data.errors).toEqual([
    {
      code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
      message: 'vat_number is required because of a conditional property rule based on [country]',
      context: { propertyName: ['vat_number'] },
    },
  ]);
  expect((await write({ name: 'x' })).status).toBe(200);
  expect((await write({ country: 'AT', vat_number: '1' })).status).toBe(200);
});

const bare = { id: 'a', idProperty: 'invoice_line_key', objectWriteTraceId: 't', properties: {} };

test('a record with nothing but its key is written', async () => {
  const answer = await client(await sandboxForTest()).post(LINE_ITEMS_UPSERT, { inputs: [bare] });
  expect(answer.status).toBe(200);
});

test('or refused, unless the key stands among its properties', async () => {
  const message = 'No properties found to update, please provide at least one.';
  const sandbox = await sandboxForTest({ emptyWrites: 'refused' });
  const http = client(sandbox);
  const write = async (input: object) => {
    const { status, data } = await http.post(LINE_ITEMS_UPSERT, { inputs: [input] });
    return [status, data.message ?? data.errors?.[0]?.message];
  };

  expect(await write(bare)).toEqual([207, message]);
  expect(await write(untraced(bare))).toEqual([400, message]);
  expect(await write({ ...bare, properties: { invoice_line_key: 'a' } })).toEqual([200, undefined]);
});
