import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

it.each<[string, FaultAction]>([
  ['a 504', { kind: 'status', status: 504 }],
  ['a reset', { kind: 'reset' }],
  ['silence', { kind: 'hang' }],
])(
  'in sequence, nothing is sent after a write that may still come in, though its retry was answered: %s',
  async (_, fault) => {
    const sandbox = await sandboxForTest();
    sandbox.faults.add({ match: { path: UPSERT, nth: 1 }, do: [{ kind: 'lateWrite' }, fault] });
    const [older, newer] = ['older', 'newer'].map((name) => ({ ...lineItems(1)[0], name }));
    const outcome = await upsert({
      items: [older!, newer!],
      credential: serviceKeyOf(sandbox),
      parameters: { options: { duplicates: 'sequence', maxRetries: 1 } },
    });
    expectAllAccounted(outcome, 2);
    expect(writtenOf(outcome)).toMatchObject([{ idValue: 'K-0', outcome: 'created' }]);
    expect(failuresOf(outcome)).toMatchObject([
      { category: 'NOT_ATTEMPTED', attempted: false, retryable: true },
    ]);

    sandbox.faults.lateWrites.letInAll();
    const stored = sandbox.store.find('line_items', 'invoice_line_key', 'K-0');
    expect(stored?.properties.name).toBe('older');
  },
);
