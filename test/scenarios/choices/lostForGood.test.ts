import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

it('a company that no search shows may be there: it is on Error as sent, and not created again in the run', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: '/batch/create', nth: 1 },
    do: { kind: 'reset', when: 'before' },
  });
  const run = () =>
    upsert({
      items: [{ domain: 'lost.com', name: 'x' }],
      credential: serviceKeyOf(sandbox),
      parameters: {
        ...objectType('companies'),
        ...idProperty('domain'),
        options: { nonUniqueId: 'search' },
      },
    });
  const outcome = await run();
  expectAllAccounted(outcome, 1);
  expect(failuresOf(outcome)).toMatchObject([
    { attempted: true, retryable: true, message: expect.stringContaining('may exist') as string },
  ]);
  expect(sandbox.log.of('create')).toHaveLength(1);
  const searches = sandbox.log.of('search').map(({ at }) => at);
  expect(searches.at(-1)! - searches[1]!).toBeGreaterThanOrEqual(27_000);

  expect(writtenOf(await run())).toMatchObject([{ outcome: 'created' }]);
  expect(sandbox.store.count('companies')).toBe(1);
});
