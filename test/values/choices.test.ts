import fc from 'fast-check';
import type { PropertyDefinition } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { toOptionText } from '../../nodes/HubspotBatchUpsert/values/optionValue';

interface Named {
  value: string;
  label: string;
}

/** Names so short and few that they meet in every way. */
const name = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'B', ',', '|', ' '), minLength: 1, maxLength: 3 }); // prettier-ignore
const visible = name.filter((text) => text.trim() !== '');
const options = fc.uniqueArray(fc.record({ value: visible, label: visible }), {
  selector: ({ value }) => value,
  minLength: 1,
  maxLength: 5,
});
const definition = (fieldType: string, list: Named[]): PropertyDefinition => ({
  name: 'x',
  type: 'enumeration',
  fieldType,
  options: list,
});

const collator = new Intl.Collator('en', { sensitivity: 'accent' });
const alike = (one: string, other: string) => collator.compare(one.trim(), other.trim()) === 0;

/** The options that a text means, found the long way. */
function readings(text: string, list: Named[]): string[] {
  const ways = [
    ({ value }: Named) => value === text,
    ({ value }: Named) => value === text.trim(),
    ({ label }: Named) => label === text,
    ({ label }: Named) => label === text.trim(),
    ({ value, label }: Named) => alike(value, text) || alike(label, text),
  ];
  const way = ways.find((fits) => list.some(fits));
  return way === undefined ? [] : list.filter(way).map(({ value }) => value);
}

/** Every list of options that a text can be, by each separator there is. */
function lists(text: string, list: Named[]): string[] {
  const bare = text.replace(/^(\s*;)+|(;\s*)+$/g, '');
  const whole = [text, bare].map((all) => readings(all, list)).find(({ length }) => length > 0);
  if (whole) return whole;
  return [';', ',', '|'].flatMap((separator) => {
    const parts = bare.split(separator).filter((part) => part.trim() !== '');
    const read = parts.map((part) => readings(part, list));
    if (read.some(({ length }) => length === 0)) return [];
    if (read.some(({ length }) => length > 1)) return ['one', 'another'];
    const withLongNames = parts.flatMap((_, from) =>
      parts.slice(from + 1).flatMap((__, more) => {
        const to = from + more + 2;
        const long = readings(parts.slice(from, to).join(separator), list);
        return long.map((option) => [...read.slice(0, from), option, ...read.slice(to)]);
      }),
    );
    return [read, ...withLongNames].map((options) => [...new Set(options.flat())].join(';'));
  });
}

it('a text is taken for an option where it has one reading, and for nothing else', () => {
  fc.assert(
    fc.property(options, visible, (list, text) => {
      const [only, ...others] = readings(text, list);
      const taken = toOptionText(text, definition('select', list));
      if (typeof taken === 'string') expect([taken]).toEqual([only, ...others]);
      else expect(only === undefined || others.length > 0).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('so is a text of several', () => {
  const text = fc
    .array(fc.oneof(name, fc.constantFrom(';', ',', '|')), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join(''))
    .filter((joined) => !joined.trim().startsWith(';') && /[^\s,|;]/.test(joined));
  fc.assert(
    fc.property(options, text, (list, several) => {
      const taken = toOptionText(several, definition('checkbox', list));
      const possible = new Set(lists(several, list));
      if (typeof taken === 'string') expect(possible).toEqual(new Set([taken]));
      else expect(possible.size).not.toBe(1);
    }),
    { numRuns: 2000 },
  );
});

it.each(['select', 'checkbox'])('reading what was written by a %s gives the same', (fieldType) => {
  const text = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(';'));
  fc.assert(
    fc.property(options, text, (list, given) => {
      const written = toOptionText(given, definition(fieldType, list));
      if (typeof written !== 'string' || written === '') return;
      expect(toOptionText(written, definition(fieldType, list))).toBe(written);
    }),
    { numRuns: 2000 },
  );
});
