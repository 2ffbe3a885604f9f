import type { Sandbox } from '../../../sandbox/hubspot/sandbox';
import { expectAllAccounted, failuresOf, positions, writtenOf } from '../../support/accounted';
import { sandboxForTest, sentInputs, takeSerial } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

function sentTraceIds(sandbox: Sandbox): string[] {
  return sentInputs(sandbox).map(({ objectWriteTraceId }) => objectWriteTraceId);
}

it('without the option every input carries one of its own, unique in the run', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({ items: lineItems(250), credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 250);
  const sent = sentTraceIds(sandbox);
  expect(sent.every((traceId) => typeof traceId === 'string' && traceId !== '')).toBe(true);
  expect(new Set(sent).size).toBe(250);
});

it('the user’s own come back on both outputs', async () => {
  const sandbox = await sandboxForTest();
  takeSerial(sandbox, 'S-1');
  const outcome = await upsert({
    items: [
      { invoice_line_key: 'A', serial: 'S-1' },
      { invoice_line_key: 'B', serial: 'S-2' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: { options: { objectWriteTraceId: '=order-{{ $json.invoice_line_key }}' } },
  });
  expectAllAccounted(outcome, 2);
  expect(writtenOf(outcome)).toMatchObject([{ objectWriteTraceId: 'order-B' }]);
  expect(failuresOf(outcome)).toMatchObject([
    { objectWriteTraceId: 'order-A', idValue: 'A', property: 'serial', value: 'S-1' },
  ]);
});

it('one that stands for two records is refused for the second, before anything is sent', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: lineItems(3),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { objectWriteTraceId: 'the same' } },
  });
  expectAllAccounted(outcome, 3);
  expect(positions(outcome.error)).toEqual([1, 2]);
  for (const failure of failuresOf(outcome)) {
    expect(failure).toMatchObject({
      category: 'DUPLICATE_TRACE_ID',
      attempted: false,
      stage: 'validate',
      retryable: false,
    });
  }
  expect(sentTraceIds(sandbox)).toEqual(['the same']);
});

it('items without one of their own get one that nobody else has', async () => {
  const sandbox = await sandboxForTest();
  const items = lineItems(4).map((item, index) => ({
    ...item,
    trace: index % 2 ? 't' + index : '',
  }));
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: { options: { objectWriteTraceId: '={{ $json.trace }}' } },
  });
  expectAllAccounted(outcome, 4);
  expect(outcome.success).toHaveLength(4);
  expect(new Set(sentTraceIds(sandbox)).size).toBe(4);
});

it('in sequence one may stand for each write of a record, and for no other record', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [
      { invoice_line_key: 'A', name: 'first', trace: 'mine' },
      { invoice_line_key: 'B', name: 'other', trace: 'mine' },
      { invoice_line_key: 'A', name: 'second', trace: 'mine' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: {
      options: { duplicates: 'sequence', objectWriteTraceId: '={{ $json.trace }}' },
    },
  });
  expectAllAccounted(outcome, 3);
  expect(writtenOf(outcome)).toMatchObject([
    { outcome: 'created', idValue: 'A', objectWriteTraceId: 'mine' },
    { outcome: 'updated', idValue: 'A', objectWriteTraceId: 'mine' },
  ]);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'DUPLICATE_TRACE_ID', idValue: 'B' }]);
  expect(sandbox.store.find('line_items', 'invoice_line_key', 'A')?.properties.name).toBe('second');
  expect(sandbox.log.upserts()).toHaveLength(2);
});
