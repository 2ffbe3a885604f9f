import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest, untraced } from './client';

const good = lineItem('good');
const bad = lineItem('bad', { quantity: 'three', colour: 'red' });

test('with a trace id on every input the good records are written and the bad ones named', async () => {
  const sandbox = await sandboxForTest();
  const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs: [good, bad] });

  expect(answer.status).toBe(207);
  expect(answer.data.results.map((result) => result.objectWriteTraceId)).toEqual(['trace-good']);
  expect(answer.data.numErrors).toBe(1);
  expect(answer.data.errors[0]!.context).toEqual({ objectWriteTraceId: ['trace-bad'] });
  expect(answer.data.errors[0]!.message).toMatch(
    /^Property values were not valid: \[\{.*INVALID_INTEGER.*PROPERTY_DOESNT_EXIST/,
  );
  expect(sandbox.store.count('line_items')).toBe(1);
});

test.each([
  ['no trace ids', [untraced(good), untraced(bad)]],
  ['one without a trace id', [good, untraced(bad)]],
  ['a trace id twice', [good, { ...bad, objectWriteTraceId: 'trace-good' }]],
])('%s: one bad record refuses the whole batch', async (_case, inputs) => {
  const sandbox = await sandboxForTest();
  const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs });

  expect(answer.status).toBe(400);
  expect(answer.data.category).toBe('VALIDATION_ERROR');
  expect(answer.data.errors.map(({ code, context }) => [code, context.propertyName])).toEqual([
    ['INVALID_INTEGER', ['quantity']],
    ['PROPERTY_DOESNT_EXIST', ['colour']],
  ]);
  expect(sandbox.store.count('line_items')).toBe(0);
});

test('equal property errors stand in errors once, in the message every time', async () => {
  const sandbox = await sandboxForTest();
  const inputs = ['a', 'b'].map((id) => untraced(lineItem(id, { colour: 'red' })));
  const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs });

  expect(answer.data.errors).toHaveLength(1);
  expect(answer.data.message.match(/"isValid":false/g)).toHaveLength(2);
});
