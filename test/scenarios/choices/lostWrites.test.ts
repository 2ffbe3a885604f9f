import type { Sandbox } from '../../../sandbox/hubspot/sandbox';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import {
  COMPANIES_BY_DOMAIN,
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

const WRITES = /\/batch\/(?:upsert|create|update)$/;

const CASES = EVERY_CHOICE.flatMap(([name, by, ...more]) =>
  (['before', 'after'] as const).map((when) => [name, by, when, ...more] as const),
);

/** An upsert is repeated, and updates what the first one created; a create is read back. */
function afterLostAnswer({ log }: Sandbox): string {
  return log.upserts().length > 0 ? 'updated' : 'written';
}

it.each(CASES)(
  '%s, %s: a 504 %s every first write costs nothing twice',
  async (_, __, when, choice, foundBy) => {
    const sandbox = await sandboxForTest();
    const { texts, itemsKey, put, missing, objectType } = foundBy;
    const there = put(sandbox, 'There', { [texts[0]]: 'Old' });
    for (const path of ['/batch/upsert', '/batch/create', '/batch/update']) {
      sandbox.faults.add({ match: { path, nth: 1 }, do: { kind: 'status', status: 504, when } });
    }
    const items = [itemFor(foundBy, itemsKey(there, 'There')), itemFor(foundBy, missing[0]!)];
    const outcome = await runWith(sandbox, items, { choice, foundBy });
    expectAllAccounted(outcome, 2);
    const struck = sandbox.log.entries.filter(({ path, faults }) => WRITES.test(path) && faults[0]);
    expect(struck.length).toBeGreaterThan(0);

    const [ofThere, ofMissing] = endsInOrder(outcome);
    expect(ofThere).toBe(choice.ends.differing);
    expect(textsOf(sandbox, foundBy, there)).toEqual(textsAfter(choice));
    const isCreated = choice.ends.missing === 'created';
    const isNeverKnown = isCreated && foundBy === COMPANIES_BY_DOMAIN && when === 'before';
    if (isNeverKnown) {
      expect(failuresOf(outcome)).toMatchObject([{ attempted: true, retryable: true }]);
      expect(failuresOf(outcome)[0]?.message).toMatch(/may exist/);
    } else {
      const end = isCreated && when === 'after' ? afterLostAnswer(sandbox) : choice.ends.missing;
      expect(ofMissing).toBe(end);
    }
    expect(sandbox.store.count(objectType)).toBe(isCreated && !isNeverKnown ? 2 : 1);
  },
);
