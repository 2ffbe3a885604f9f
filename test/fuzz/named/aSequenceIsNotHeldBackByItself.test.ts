import { expectAllAccounted, failuresOf, positions } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

it('a record whose own request was lost is sent again when its batch is divided, as it is when it is retried', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT, nth: 1 }, do: { kind: 'reset', when: 'before' } });
  sandbox.faults.add({
    match: { path: UPSERT, nth: 2 },
    do: { kind: 'status', status: 400, body: { message: 'Invalid input' } },
  });
  const outcome = await upsert({
    items: [
      { invoice_line_key: 'K-1', name: 'earlier' },
      { invoice_line_key: 'K-1', name: 'later' },
      { invoice_line_key: 'K-2', name: 'other' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: { options: { duplicates: 'sequence', maxRetries: 1 } },
  });
  expectAllAccounted(outcome, 3);
  expect(positions(outcome.success)).toEqual([0, 2]);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'NOT_ATTEMPTED', attempted: false }]);
});
