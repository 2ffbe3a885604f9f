import type { FaultAction } from '../../sandbox/hubspot/faults/fault';
import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

type Refusal = Omit<Extract<FaultAction, { kind: 'refusal' }>, 'kind'>;

async function refused(refusal: Refusal) {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: '/batch/upsert' }, do: { kind: 'refusal', ...refusal } });
  const inputs = [lineItem('a'), lineItem('b')];
  const { status, data } = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs });
  expect(sandbox.store.count('line_items')).toBe(0);
  return { status, data };
}

test.each([
  "This operation isn't available on your plan",
  'Property "name" cannot be set [by an API user]',
  'Invalid input JSON on line 3, column {count}',
])('every batch is refused with: %s', async (message) => {
  const { status, data } = await refused({ message });
  expect(status).toBe(400);
  expect(data).toMatchObject({
    message: message.replace('{count}', '2'),
    category: 'VALIDATION_ERROR',
  });
});

test('or every record, each with its own id in the sentence', async () => {
  const { status, data } = await refused({ message: 'Not on your plan: {id}', per: 'record' });
  expect(status).toBe(207);
  expect(data).toMatchObject({
    results: [],
    numErrors: 2,
    errors: ['a', 'b'].map((id) => ({
      message: `Not on your plan: ${id}`,
      context: { objectWriteTraceId: [`trace-${id}`] },
    })),
  });
});

test('status, category and context are as the test says', async () => {
  const { status, data } = await refused({
    message: 'no',
    status: 422,
    category: null,
    context: { ids: ['7'] },
  });
  expect([status, data.category, data.context]).toEqual([422, undefined, { ids: ['7'] }]);
});

const conditional = {
  message: 'vat_number is required because of a conditional property rule based on [country]',
  code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
  property: 'vat_number',
};

test.each(['batch', 'record'] as const)(
  'a code and a property stand in errors per %s',
  async (per) => {
    const { data } = await refused({ ...conditional, per });
    const { message, code, property } = conditional;
    const entry = {
      message: 'Property values were not valid',
      errors: [{ message, code, context: { propertyName: [property] } }],
    };
    expect(data).toMatchObject(per === 'batch' ? entry : { errors: [entry, entry] });
  },
);

test('fewer inputs than 100 may be allowed, and HubSpot says how many', async () => {
  const sandbox = await sandboxForTest({ batchSizeLimit: 1 });
  const http = client(sandbox);
  const { status, data } = await http.post(LINE_ITEMS_UPSERT, {
    inputs: [lineItem('a'), lineItem('b')],
  });

  expect(status).toBe(400);
  expect(data.message).toBe(
    'The maximum number of inputs supported in a batch is 1. Please reduce the number of items and try again',
  );
  expect((await http.post(LINE_ITEMS_UPSERT, { inputs: [lineItem('a')] })).status).toBe(200);
});

test('everything is too large', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ do: { kind: 'status', status: 413 } });
  const { status } = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs: [lineItem('a')] });
  expect(status).toBe(413);
});
