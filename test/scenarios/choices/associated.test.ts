import { associations, putDeals } from '../../support/associations';
import { expectAllAccounted, failuresOf, positions } from '../../support/accounted';
import { EVERY_CHOICE, itemFor, runWith } from '../../support/choices';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest } from '../../support/sandbox';

virtualTime();

const byKey = associations({ toIdProperty: 'deal_key' });

it.each(EVERY_CHOICE)(
  '%s, %s: all are associated but what was skipped or failed, as a dry run tells',
  async (_, __, choice, foundBy) => {
    const sandbox = await sandboxForTest();
    const { texts, itemsKey, put, missing, objectType } = foundBy;
    const [first, second] = texts;
    const [deal] = putDeals(sandbox, 1);
    const differing = put(sandbox, 'There', { [first]: 'Old' });
    const same = put(sandbox, 'Same', { [first]: 'New', [second]: 'Filled' });
    const other = put(sandbox, 'Other', { [first]: 'Old' });
    const items = [
      ...[itemsKey(differing, 'There'), itemsKey(same, 'Same'), missing[0]!].map((key) =>
        itemFor(foundBy, key, { deal: 'D-0' }),
      ),
      itemFor(foundBy, itemsKey(other, 'Other'), { deal: 'D-7' }),
    ];
    const ends = [choice.ends.differing, choice.ends.same, choice.ends.missing];
    const associated = [...ends.keys()].filter(
      (index) => !['skipped', 'RECORD_NOT_FOUND'].includes(ends[index]!),
    );
    for (const dryRun of [true, false]) {
      const more = { ...byKey, options: { dryRun } };
      const outcome = await runWith(sandbox, items, { choice, foundBy, more });
      expectAllAccounted(outcome, 4);
      const told = outcome.success.filter(({ json }) =>
        Object.hasOwn(json.hubspot as object, 'associations'),
      );
      expect(positions(told)).toEqual(associated);
      for (const { json } of told) {
        expect(json.hubspot).toMatchObject({
          associations: [{ toObjectType: 'deals', toId: deal, label: '' }],
        });
      }
      expect(failuresOf(outcome).at(-1)).toMatchObject({
        category: 'RECORD_NOT_FOUND',
        stage: 'associate',
        value: 'D-7',
        attempted: false,
      });
      const made = sandbox.store.associations.all(objectType, 'deals');
      expect(made).toHaveLength(dryRun ? 0 : associated.length);
    }
  },
);
