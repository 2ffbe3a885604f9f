import { expectAllAccounted, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

it('a dry run foresees two records where unique keys differ by case alone', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ invoice_line_key: 'k-2' }, { invoice_line_key: 'K-2' }],
    credential: serviceKeyOf(sandbox),
    parameters: { options: { dryRun: true } },
  });
  expectAllAccounted(outcome, 2);
  expect(writtenOf(outcome)).toMatchObject([
    { outcome: 'wouldCreate', idValue: 'k-2' },
    { outcome: 'wouldCreate', idValue: 'K-2' },
  ]);
});
