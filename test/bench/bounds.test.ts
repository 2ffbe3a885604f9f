import { atLeast, atMost, below, none } from '../../bench/scenarios/bounds';

it('"at least" and "at most" take the bound itself, "under" does not', () => {
  expect(atMost('ratio', 1, 1).holds).toBe(true);
  expect(atMost('ratio', 1.001, 1).holds).toBe(false);
  expect(atLeast('ratio', 0.97, 0.97).holds).toBe(true);
  expect(atLeast('ratio', 0.969, 0.97).holds).toBe(false);
  expect(below('cost', 25, 25).holds).toBe(false);
  expect(below('cost', 24.9, 25).holds).toBe(true);
});

it('what could not be measured does not hold', () => {
  expect(atLeast('ratio', NaN, 0.97).holds).toBe(false);
  expect(below('cost', NaN, 25).holds).toBe(false);
  expect(atMost('reads', NaN, 1).holds).toBe(false);
});

it('"none" takes nothing but none', () => {
  expect(none('429s', 0).holds).toBe(true);
  expect(none('429s', 1).holds).toBe(false);
});
