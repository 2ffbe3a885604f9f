import { expectAllAccounted, failuresOf } from '../../support/accounted';
import {
  endsInOrder,
  EVERY_CHOICE,
  itemFor,
  runWith,
  textsOf,
  type Choice,
} from '../../support/choices';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest } from '../../support/sandbox';

virtualTime();

const CASES = EVERY_CHOICE.flatMap(([name, by, ...more]) =>
  (['merge', 'keepLast', 'keepFirst', 'sequence', 'reject'] as const).map(
    (duplicates) => [name, by, duplicates, ...more] as const,
  ),
);

/** What becomes of the later write to a record that the earlier one has made or filled. */
function laterEnd({ operation, keeps, ends }: Choice, earlier: string): string {
  if (earlier === 'RECORD_NOT_FOUND' || earlier === 'skipped') return earlier;
  if (operation === 'create') return 'skipped';
  return keeps ? ends.same : 'updated';
}

it.each(CASES)(
  '%s, %s: several items for one record, %s',
  async (_, __, duplicates, choice, foundBy) => {
    const sandbox = await sandboxForTest();
    const { texts, itemsKey, put, missing, objectType } = foundBy;
    const there = put(sandbox, 'There', { [texts[0]]: 'Old' });
    const keys = [itemsKey(there, 'There'), missing[0]!];
    const items = ['One', 'Two'].flatMap((text) =>
      keys.map((key) => itemFor(foundBy, key, { [texts[0]]: text })),
    );
    const more = { options: { duplicates } };
    const outcome = await runWith(sandbox, items, { choice, foundBy, more });
    expectAllAccounted(outcome, 4);

    const { differing, missing: none } = choice.ends;
    const later = duplicates === 'sequence' ? (end: string) => laterEnd(choice, end) : same;
    if (duplicates === 'reject') {
      expect(failuresOf(outcome).map(({ category }) => category)).toEqual(
        Array(4).fill('DUPLICATE_ID'),
      );
    } else {
      expect(endsInOrder(outcome)).toEqual([differing, none, later(differing), later(none)]);
    }
    const isUntouched = duplicates === 'reject' || choice.keeps;
    const text = duplicates === 'keepFirst' ? 'One' : 'Two';
    expect(textsOf(sandbox, foundBy, there)[0]).toBe(isUntouched ? 'Old' : text);
    const isCreated = none === 'created' && duplicates !== 'reject';
    expect(sandbox.store.count(objectType)).toBe(isCreated ? 2 : 1);
    const created = sandbox.store.records(objectType).find(({ id }) => id !== there);
    const isFirstKept = duplicates === 'sequence' && choice.keeps;
    if (isCreated) expect(created?.properties[texts[0]]).toBe(isFirstKept ? 'One' : text);
  },
);

function same(end: string): string {
  return end;
}
