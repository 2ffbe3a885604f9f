import { UnusableParameter } from '../../nodes/HubspotBatchUpsert/input/unusableParameter';
import type { TargetNames } from '../../nodes/HubspotBatchUpsert/model/target';
import { assertTarget } from '../../nodes/HubspotBatchUpsert/prepare/assertTarget';

const sound: TargetNames = { objectType: 'line_items', idProperty: 'sku' };
const asserted = (
  targets: TargetNames[],
  varies = false,
  operation: 'upsert' | 'create' | 'update' = 'upsert',
) => assertTarget({ targets, varies }, { operation });

it('names that can be right pass', () => {
  expect(() => asserted([sound])).not.toThrow();
});

it.each([
  [{ objectType: 'a/b' }, 'objectType', 'Object Type', 'is not the name of an object type'],
  [{ idProperty: '' }, 'idProperty', 'ID Property', 'No property is chosen'],
])('%j ends the run where it holds for all items', (wrong, parameter, shown, advice) => {
  const run = () => asserted([{ ...sound, ...wrong }]);
  expect(run).toThrow(UnusableParameter);
  expect(run).toThrow(
    expect.objectContaining({
      parameter,
      advice: expect.stringContaining(advice) as string,
    }) as Error,
  );
  expect(run).toThrow(
    `The parameter ${shown} (${parameter}) cannot be "${Object.values(wrong)[0]}"`,
  );
});

it('and is the matter of its item where the items differ', () => {
  expect(() => asserted([{ ...sound, objectType: 'a/b' }], true)).not.toThrow();
});

it('no items have no fault', () => {
  expect(() => asserted([])).not.toThrow();
});
