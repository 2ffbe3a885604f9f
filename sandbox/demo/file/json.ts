import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UnusableInput } from '../unusableInput';
import type { Cell, TableFile } from './sheet';

type Json = null | Cell | Json[] | { [name: string]: Json };
type JsonObject = { [name: string]: Json };

/** No CSV begins so. */
const BEGINS_JSON = /^\s*(?:\[\s*[[{\]]|\{\s*["}])/;

export const looksLikeJson = (text: string) => BEGINS_JSON.test(text);

/**
 * Reads an array of objects, or an object with one such array in it. What is nested becomes columns
 * such as `address.city`, and a list becomes text with `;` between.
 *
 * @throws UnusableInput
 */
export function jsonFile(text: string): TableFile {
  const entries = entriesOf(parse(text));
  const flat = entries.map((entry) => new Map(flatten(entry)));
  const header = [...new Set(flat.flatMap((cells) => [...cells.keys()]))];
  return {
    sheet: {
      header,
      rows: flat.map((cells, index) => ({
        line: index + 1,
        cells: header.map((name) => cells.get(name) ?? ''),
      })),
      ragged: [],
      place: 'entry',
      dateColumns: new Set(),
    },
    extension: '.json',
    save: async (path, [names = [], ...rows]) => {
      const objects = rows.map((row) =>
        Object.fromEntries(
          names.flatMap((name, index) => {
            const cell = row[index] ?? '';
            return cell === '' ? [] : [[String(name), cell]];
          }),
        ),
      );
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, `${JSON.stringify(objects, null, 2)}\n`);
    },
  };
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw new UnusableInput(`it begins like JSON and is none: ${(error as Error).message}`);
  }
}

function entriesOf(json: Json): JsonObject[] {
  const list = Array.isArray(json) ? json : onlyList(json);
  if (list.every(isObject)) return list;
  throw new UnusableInput('its array holds other things than objects, one for each row');
}

function onlyList(json: Json): Json[] {
  const lists = isObject(json) ? Object.entries(json).filter(([, value]) => isList(value)) : [];
  const [list, ...others] = lists;
  if (list && others.length === 0) return list[1] as Json[];
  throw new UnusableInput(
    list
      ? `it holds several arrays (${lists.map(([name]) => name).join(', ')}): give it one array of objects`
      : 'it holds no array of objects',
  );
}

function flatten(object: JsonObject, prefix = ''): Array<[string, Cell]> {
  return Object.entries(object).flatMap(([name, value]): Array<[string, Cell]> => {
    const column = prefix + name;
    if (value === null) return [[column, '']];
    if (isObject(value)) return flatten(value, `${column}.`);
    return [[column, isList(value) ? joined(value) : value]];
  });
}

function joined(list: readonly Json[]): string {
  const scalars = list.filter((entry): entry is Cell | null => !isList(entry) && !isObject(entry));
  return scalars.length === list.length
    ? scalars.map((entry) => (entry === null ? '' : String(entry))).join(';')
    : JSON.stringify(list);
}

const isList = (value: Json): value is Json[] => Array.isArray(value);

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
