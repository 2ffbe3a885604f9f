import { perItem } from '../../nodes/HubspotBatchUpsert/input/perItem';
import { n8nInput } from '../support/n8nInput';

const items = [{ a: 1 }, { a: 2 }];

it('what holds no expression is taken once, and is the same for every item', () => {
  let taken = 0;
  const value = perItem(n8nInput(items), 'fixed', (raw) => {
    taken += 1;
    return `${String(raw)}!`;
  });
  expect(value.varies).toBe(false);
  expect([value.at(0), value.at(1)]).toEqual(['fixed!', 'fixed!']);
  expect(taken).toBe(1);
});

it('an expression is evaluated for each item, and then taken', () => {
  const value = perItem(n8nInput(items), '={{ $json.a }}', (raw) => Number(raw) * 10);
  expect(value.varies).toBe(true);
  expect([value.at(0), value.at(1)]).toEqual([10, 20]);
});

it('an expression that cannot be evaluated is an error of its item, and no earlier', () => {
  const value = perItem(n8nInput(items), '={{ fail() }}', (raw) => raw);
  expect(() => value.at(1)).toThrow('fail is not defined');
});
