import { expectAllAccounted, failuresOf } from '../../support/accounted';
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

it.each(EVERY_CHOICE)(
  '%s, %s: a record that a 207 refuses costs no other its write',
  async (_, __, choice, foundBy) => {
    const sandbox = await sandboxForTest();
    const { texts, itemsKey, put, missing, objectType } = foundBy;
    sandbox.store.addProperty(objectType, { name: 'serial', hasUniqueValue: true });
    put(sandbox, 'Owner', { serial: 'taken' });
    const there = put(sandbox, 'There', { [texts[0]]: 'Old' });
    const bad = put(sandbox, 'Bad', { [texts[0]]: 'Old' });
    const isCreating = choice.operation === 'create';
    const badKey = isCreating ? missing[1]! : itemsKey(bad, 'Bad');
    const outcome = await runWith(
      sandbox,
      [
        itemFor(foundBy, itemsKey(there, 'There')),
        itemFor(foundBy, badKey, { serial: 'taken' }),
        itemFor(foundBy, missing[0]!),
      ],
      { choice, foundBy },
    );
    expectAllAccounted(outcome, 3);
    const [ofThere, , ofMissing] = endsInOrder(outcome);
    expect([ofThere, ofMissing]).toEqual([choice.ends.differing, choice.ends.missing]);
    expect(failuresOf(outcome)).toContainEqual(
      expect.objectContaining({
        property: 'serial',
        value: 'taken',
        attempted: true,
        stage: 'upsert',
      }),
    );
    const statuses = ['create', 'update'].flatMap((write) =>
      sandbox.log.of(write).map(({ status }) => status),
    );
    expect(statuses).toContain(207);
    expect(textsOf(sandbox, foundBy, there)).toEqual(textsAfter(choice));
    expect(textsOf(sandbox, foundBy, bad)).toEqual(['Old', undefined]);
    expect(sandbox.store.count(objectType)).toBe(choice.ends.missing === 'created' ? 4 : 3);
  },
);
