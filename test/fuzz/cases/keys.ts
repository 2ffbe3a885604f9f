import fc from 'fast-check';
import type { Target } from './target';

/** What stands in an item's field of idProperty. */
export interface Key {
  value: unknown;
  /** The id under which HubSpot holds the record; undefined where the item names none. */
  id: string | undefined;
  /** Does HubSpot refuse it? */
  isRefused: boolean;
}

/** Few different ones, so that items meet in the same record, or almost. */
export function keyOf({ idProperty }: Target): fc.Arbitrary<Key> {
  return fc.oneof(
    { weight: 24, arbitrary: idProperty === 'email' ? emailKey : textKey },
    { weight: 1, arbitrary: idProperty === 'email' ? emailKey : writtenOutKey },
    { weight: 2, arbitrary: missingKey },
  );
}

const HOSTILE = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined'];
const ALIKE = ['K', 'k', 'K-1', 'k-1', '\u212a-1', '1', '01', 'ß', 'SS', 'é', 'e\u0301', '\u0130'];

const textKey: fc.Arbitrary<Key> = fc
  .oneof(
    { weight: 5, arbitrary: fc.constantFrom<string | number | boolean>(...ALIKE, 1, 1.5, true) },
    { weight: 2, arbitrary: fc.constantFrom(...HOSTILE, 'a,b', '[a]', '"', '\u200b', 'a\tb') },
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 40 }).map((number) => `K-${number}`) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
    { weight: 1, arbitrary: fc.constantFrom(3000, 65_537).map((length) => 'k'.repeat(length)) },
  )
  .chain((value) => fc.constantFrom(value, ...(typeof value === 'string' ? padded(value) : [])))
  .map((value) => {
    const id = bare(String(value));
    const isId = id !== '' && id.length <= 65_536;
    return isId ? { value, id, isRefused: false } : noKey(value);
  });

const writtenOutKey: fc.Arbitrary<Key> = fc
  .constantFrom<[unknown, string]>(
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [['K-1'], 'K-1'],
  )
  .map(([value, id]) => ({ value, id, isRefused: false }));

const emailKey: fc.Arbitrary<Key> = fc
  .oneof(
    {
      weight: 12,
      arbitrary: fc
        .tuple(fc.constantFrom('a', 'A', 'b', 'ü', 'c', 'd', 'e'), fc.integer({ min: 1, max: 6 }))
        .map(([name, number]) => `${name}@Example${number}.org`),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('nobody', 'a@b', '__proto__', 'a b@c.de', 'a@b.de;b@c.de'),
    },
  )
  .chain((value) => fc.constantFrom(value, ...padded(value), value.toUpperCase()))
  .map((value) => {
    const id = bare(value).toLowerCase();
    if (!/^[^\s@]*@[^\s@]*$/.test(id)) return noKey(value);
    return { value, id, isRefused: !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(id) };
  });

const missingKey: fc.Arbitrary<Key> = fc
  .constantFrom<unknown>(undefined, null, '', '  ', '\u00a0', NaN, { a: 1 }, ['a', 'b'], 2 ** 53)
  .map(noKey);

function padded(value: string): string[] {
  return [` ${value}`, `${value}\t`, `\u200b${value}\u00a0`];
}

/** The text without what `padded` and the hostile ones put around it. */
function bare(value: string): string {
  return value.replace(/^[\s\u200b]+|[\s\u200b]+$/g, '');
}

function noKey(value: unknown): Key {
  return { value, id: undefined, isRefused: false };
}
