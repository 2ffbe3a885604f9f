import type { RawItem } from '../../nodes/HubspotBatchUpsert/input/items';
import { UnusableParameter } from '../../nodes/HubspotBatchUpsert/input/unusableParameter';
import { assertTarget } from '../../nodes/HubspotBatchUpsert/prepare/assertTarget';

const sound: RawItem = {
  index: 0,
  objectType: 'line_items',
  idProperty: 'sku',
  id: 'A',
  values: {},
  traceId: '',
};
const required = (items: RawItem[], varies = false) => assertTarget({ targets: items, varies });

it('names that can be right pass', () => {
  expect(() => required([sound])).not.toThrow();
});

it.each([
  [{ objectType: 'a/b' }, 'objectType', 'is not the name of an object type'],
  [{ idProperty: '' }, 'idProperty', 'No property is chosen'],
])('%j ends the run where it holds for all items', (wrong, parameter, advice) => {
  const run = () => required([{ ...sound, ...wrong }]);
  expect(run).toThrow(UnusableParameter);
  expect(run).toThrow(
    expect.objectContaining({
      parameter,
      advice: expect.stringContaining(advice) as string,
    }) as Error,
  );
  expect(run).toThrow(`The parameter "${parameter}" cannot be "${Object.values(wrong)[0]}"`);
});

it('and is the matter of its item where the items differ', () => {
  expect(() => required([{ ...sound, objectType: 'a/b' }], true)).not.toThrow();
});

it('no items have no fault', () => {
  expect(() => required([])).not.toThrow();
});
