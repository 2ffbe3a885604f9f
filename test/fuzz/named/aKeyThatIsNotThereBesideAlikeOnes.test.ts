import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

it('a refused record takes no confirmation from those whose keys differ by case alone', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT }, do: { kind: 'emptyBody', when: 'after' } });
  const outcome = await upsert({
    items: [
      { invoice_line_key: 'K-1', name: 'upper' },
      { invoice_line_key: 'k-1', name: 'lower' },
      { invoice_line_key: '\u212a-1', name: 'kelvin', nowhere: 'x' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: { options: { unknownFields: 'send' } },
  });
  expectAllAccounted(outcome, 3);
  expect(writtenOf(outcome).map(({ idValue }) => idValue)).toEqual(['K-1', 'k-1']);
  expect(failuresOf(outcome)).toHaveLength(1);
});
