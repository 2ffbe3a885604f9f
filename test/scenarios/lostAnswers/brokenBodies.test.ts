import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

async function run(fault: FaultAction) {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT }, do: fault });
  const outcome = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { maxRetries: 0 } },
  });
  expectAllAccounted(outcome, 2);
  expect(sandbox.log.of('read')).toHaveLength(1);
  return outcome;
}

it.each<[string, FaultAction]>([
  ['HTML', { kind: 'html' }],
  ['nothing', { kind: 'emptyBody' }],
  ['half a body', { kind: 'halfBody' }],
  ['a reset connection', { kind: 'reset', when: 'after' }],
  ['bytes that are no text', { kind: 'invalidUtf8' }],
  ['500', { kind: 'status', status: 500, when: 'after' }],
  ['502', { kind: 'status', status: 502, when: 'after' }],
])('a write that was answered with %s is confirmed by reading back', async (_, fault) => {
  const outcome = await run(fault);
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'written' }, { outcome: 'written' }]);
});

it.each<[string, FaultAction, string]>([
  ['HTML', { kind: 'html', when: 'before' }, 'NO_OUTCOME'],
  ['nothing', { kind: 'emptyBody', when: 'before' }, 'NO_OUTCOME'],
  ['a reset connection', { kind: 'reset', when: 'before' }, 'NETWORK'],
  ['502', { kind: 'status', status: 502, when: 'before' }, 'NETWORK'],
  ['504', { kind: 'status', status: 504, when: 'before' }, 'TIMEOUT'],
])('what was not written is never called so: %s', async (_, fault, category) => {
  const outcome = await run(fault);
  expect(failuresOf(outcome)).toMatchObject([
    { category, attempted: true, retryable: true },
    { category, attempted: true, retryable: true },
  ]);
  expect(failuresOf(outcome)[0]?.message).not.toMatch(/<|doctype/i);
});
