import { expectAllAccounted, writtenOf } from '../../support/accounted';
import {
  endsInOrder,
  EVERY_CHOICE,
  itemFor,
  runWith,
  textsAfter,
  textsOf,
} from '../../support/choices';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest } from '../../support/sandbox';

virtualTime();

const WOULD: Readonly<Record<string, string>> = { created: 'wouldCreate', updated: 'wouldUpdate' };

it.each(EVERY_CHOICE)('%s, %s: after a dry run that says so', async (_, __, choice, foundBy) => {
  const sandbox = await sandboxForTest();
  const { texts, itemsKey, put, missing } = foundBy;
  const [first, second] = texts;
  const differing = put(sandbox, 'There', { [first]: 'Old' });
  const same = put(sandbox, 'Same', { [first]: 'New', [second]: 'Filled' });
  const items = [
    itemFor(foundBy, itemsKey(differing, 'There')),
    itemFor(foundBy, itemsKey(same, 'Same')),
    itemFor(foundBy, missing[0]!),
  ];
  const { ends } = choice;
  const expected: string[] = [ends.differing, ends.same, ends.missing];
  const before = sandbox.store.records(foundBy.objectType);

  const dry = await runWith(sandbox, items, {
    choice,
    foundBy,
    more: { options: { dryRun: true } },
  });
  expectAllAccounted(dry, 3);
  expect(endsInOrder(dry)).toEqual(expected.map((end) => WOULD[end] ?? end));
  for (const write of ['upsert', 'create', 'update']) expect(sandbox.log.of(write)).toEqual([]);
  expect(sandbox.store.records(foundBy.objectType)).toEqual(before);

  const real = await runWith(sandbox, items, { choice, foundBy });
  expectAllAccounted(real, 3);
  expect(endsInOrder(real)).toEqual(expected);
  expect(textsOf(sandbox, foundBy, differing)).toEqual(textsAfter(choice));
  expect(textsOf(sandbox, foundBy, same)).toEqual(['New', 'Filled']);
  const isCreated = ends.missing === 'created';
  expect(sandbox.store.count(foundBy.objectType)).toBe(isCreated ? 3 : 2);
  const foundIds = writtenOf(real).map(({ id }) => id);
  expect(foundIds.slice(0, 2)).toEqual([differing, same]);
});
