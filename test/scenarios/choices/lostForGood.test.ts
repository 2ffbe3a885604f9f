import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

const parameters = {
  ...objectType('companies'),
  ...idProperty('domain'),
  options: { nonUniqueId: 'search', maxRetries: 0 },
};

describe('a company of which the answer to its creation tells nothing', () => {
  const complete = { status: 'COMPLETE', results: [] };
  const UNTOLD: Array<[string, FaultAction]> = [
    ['is an empty body', { kind: 'emptyBody' }],
    ['is no JSON', { kind: 'html' }],
    ['has no result', { kind: 'status', status: 200, body: complete, when: 'after' }],
  ];

  it.each(UNTOLD)('is looked for until the search shows it: the answer %s', async (_, answer) => {
    const sandbox = await sandboxForTest({ searchLagMs: 10_000 });
    sandbox.faults.add({ match: { path: '/batch/create', nth: 1 }, do: answer });
    const outcome = await upsert({
      items: [{ domain: 'untold.com', name: 'x' }],
      credential: serviceKeyOf(sandbox),
      parameters,
    });
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'written' }]);
    expect(sandbox.store.count('companies')).toBe(1);
  });

  it('may exist, and no message promises that nothing comes of sending it again', async () => {
    const sandbox = await sandboxForTest({ searchLagMs: Infinity });
    sandbox.faults.add({ match: { path: '/batch/create' }, do: { kind: 'emptyBody' } });
    const outcome = await upsert({
      items: [{ domain: 'untold.com', name: 'x' }],
      credential: serviceKeyOf(sandbox),
      parameters,
    });
    const [failure] = failuresOf(outcome);
    expect(failure).toMatchObject({ category: 'NO_OUTCOME', attempted: true, retryable: true });
    expect(failure?.message).toMatch(
      /not known\. HubSpot's search did not show .*\. It may exist all the same/,
    );
    expect(failure?.message).not.toMatch(/no harm/);
  });

  it.each<FaultAction>([{ kind: 'emptyBody' }, { kind: 'reset', when: 'after' }])(
    'is to be looked for where the search is refused, too (%j)',
    async (answer) => {
      const sandbox = await sandboxForTest();
      sandbox.faults.add({ match: { path: '/batch/create' }, do: answer });
      sandbox.faults.add({
        match: { path: '/search', nth: 2 },
        do: { kind: 'status', status: 503 },
      });
      const outcome = await upsert({
        items: [{ domain: 'untold.com', name: 'x' }],
        credential: serviceKeyOf(sandbox),
        parameters,
      });
      const [failure] = failuresOf(outcome);
      expect(failure).toMatchObject({ attempted: true, retryable: true });
      expect(failure?.message).toMatch(/It may exist: look for it before you run the item again/);
      expect(failure?.message).not.toMatch(/no harm/);
    },
  );
});

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
