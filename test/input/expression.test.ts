import type { IDataObject } from 'n8n-workflow';
import { evaluatorOf, holdsExpression } from '../../nodes/HubspotBatchUpsert/input/expression';

/** Stands for n8n: what it gives for each item, or an Error that it throws; counts how often it is asked. */
function evaluated(raw: unknown, items: IDataObject[], n8n: (index: number) => unknown) {
  const asked: string[] = [];
  const evaluate = evaluatorOf(
    {
      input: items.map((json) => ({ json })),
      context: {
        evaluateExpression: (expression, index) => {
          asked.push(`${expression} ${index}`);
          const value = n8n(index);
          if (value instanceof Error) throw value;
          return value as string;
        },
      },
    },
    raw,
  );
  const values = items.map((_, index) => {
    try {
      return evaluate(index);
    } catch (error) {
      return error;
    }
  });
  return { values, asked, ask: evaluate };
}

const three = [{ a: 1 }, { a: 2 }, { a: 3 }];
const agreeing = (index: number) => three[index]?.a;

it('of a field that is only named, n8n is asked once', () => {
  const { values, asked } = evaluated('={{ $json.a }}', three, agreeing);
  expect(values).toEqual([1, 2, 3]);
  expect(asked).toEqual(['{{ $json.a }} 0']);
});

it('where there is no item, n8n has the say', () => {
  const { asked, ask } = evaluated('={{ $json.a }}', [], () => 'none');
  expect([ask(0), ask(0)]).toEqual(['none', 'none']);
  expect(asked).toHaveLength(2);
});

it('of anything else, for each item', () => {
  const { values, asked } = evaluated('={{ $json.a * 2 }}', three, (index) => index);
  expect(values).toEqual([0, 1, 2]);
  expect(asked).toHaveLength(3);
});

it.each<[string, (index: number) => unknown]>([
  ['sees something else', () => 7],
  ['sees another type', (index) => String(three[index]?.a)],
  ['refuses the name', () => new Error('No')],
])('where n8n %s, it has the say', (_, n8n) => {
  const { values, asked } = evaluated('={{ $json.a }}', three, n8n);
  expect(values).toEqual([0, 1, 2].map(n8n));
  expect(asked).toHaveLength(3);
});

it('one disagreement is for good, whatever n8n sees later', () => {
  const told = [7, 2, 9];
  const { values } = evaluated('={{ $json.a }}', three, (index) => told[index]);
  expect(values).toEqual(told);
});

it('the first plain value tells whether n8n agrees, and no other', () => {
  const items = [{ a: {} }, { a: 2 }, { a: [] }, { a: 4 }, {}];
  const told = ['an object', 2, 'a list'];
  const { values, asked } = evaluated('={{ $json.a }}', items, (index) => told[index]);
  expect(values).toEqual(['an object', 2, 'a list', 4, undefined]);
  expect(asked.map((ask) => ask.at(-1))).toEqual(['0', '1', '2']);
});

it('expressions are found within lists and objects, and the rest stays as it is', () => {
  const raw = { fixed: 'x', list: ['y', '={{ $json.a }}'], one: '={{ $json.a }}' };
  const { values } = evaluated(raw, three.slice(0, 2), agreeing);
  expect(values).toEqual([
    { fixed: 'x', list: ['y', 1], one: 1 },
    { fixed: 'x', list: ['y', 2], one: 2 },
  ]);
});

it('a field keeps its name, also the one that means something to every object', () => {
  const raw: unknown = JSON.parse('{"__proto__": "={{ $json.a }}"}');
  const { values } = evaluated(raw, three, agreeing);
  expect(values.map((value) => Object.entries(value as object))).toEqual([
    [['__proto__', 1]],
    [['__proto__', 2]],
    [['__proto__', 3]],
  ]);
});

it.each<[unknown, boolean]>([
  ['=1', true],
  ['1', false],
  [' =1', false],
  [1, false],
  [null, false],
  [[], false],
  [['a', { b: '=c' }], true],
  [{ b: 'c' }, false],
])('%j holds an expression: %p', (raw, expected) => {
  expect(holdsExpression(raw)).toBe(expected);
});

it('what holds none is the same for every item', () => {
  const raw = { a: ['b'] };
  const { values, asked } = evaluated(raw, three, () => 'never');
  expect(values.every((value) => value === raw)).toBe(true);
  expect(asked).toEqual([]);
});
