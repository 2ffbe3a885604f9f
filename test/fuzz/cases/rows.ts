import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { cellOf } from './cells';
import { keyOf, type Key } from './keys';
import type { Cell } from './meaning';
import type { Target } from './target';

/** An input item, and what is known of it. */
export interface Row {
  json: IDataObject;
  key: Key;
  /** By property that HubSpot has and lets be written. */
  cells: Map<string, Cell>;
  /** Fields that are no writable property; those that the node itself wrote are left out. */
  strangers: Map<string, unknown>;
  /** Is the record there before the run? */
  isHeld: boolean;
  /** The contact's primary address where it is held under the key as an additional one. */
  primary: string | undefined;
  /** The item itself, where it has no fields. */
  shape?: object;
  /** The user's own; empty where the item has none. */
  traceId: string;
}

const NODES_OWN = ['hubspot', 'hubspotError'];

/** A row with hardly more than its key, for cases of many rows. */
export function smallRowOf(target: Target): fc.Arbitrary<Row> {
  const ids = fc.integer({ min: 1, max: 600 }).map((number) => `K-${number}`);
  const [[name, kind] = ['', 'text' as const]] = Object.entries(target.properties);
  return fc
    .record({
      id: ids,
      cell: cellOf(kind, target.options[name]),
      isHeld: fc.boolean(),
      primary: primaryOf(target),
    })
    .map(({ id, cell, isHeld, primary }) => {
      const own = target.idProperty === 'email' ? `${id.toLowerCase()}@example.org` : id;
      return {
        json: { [name]: cell.value, [target.idProperty]: own } as IDataObject,
        key: { value: own, id: own, isRefused: false },
        cells: new Map([[name, cell]]),
        strangers: new Map(),
        isHeld,
        primary,
        traceId: '',
      };
    });
}

export function rowOf(target: Target): fc.Arbitrary<Row> {
  const cells = Object.fromEntries(
    Object.entries(target.properties).map(([name, kind]) => [
      name,
      cellOf(kind, target.options[name]),
    ]),
  );
  return fc
    .record({
      key: keyOf(target),
      cells: fc.record(cells, { requiredKeys: [] }),
      strangers: strangers(target),
      isHeld: fc.boolean(),
      primary: primaryOf(target),
    })
    .map(({ key, cells, strangers, isHeld, primary }) => {
      const known = new Map(Object.entries(cells as Record<string, Cell>));
      const fields: Array<[string, unknown]> = [
        ...strangers,
        ...Array.from(known, ([name, { value }]): [string, unknown] => [name, value]),
        [target.idProperty, key.value],
      ];
      return {
        json: Object.fromEntries(fields) as IDataObject,
        key,
        cells: known,
        strangers: new Map(strangers.filter(([name]) => !NODES_OWN.includes(name))),
        isHeld,
        primary,
        traceId: '',
      };
    });
}

/** Few different ones, so that two items meet in one contact; some are keys of items themselves. */
function primaryOf({ idProperty }: Target): fc.Arbitrary<string | undefined> {
  return idProperty === 'email'
    ? fc.constantFrom(
        undefined,
        undefined,
        'main@example.org',
        'main2@example.org',
        'b@example1.org',
      )
    : fc.constant(undefined);
}

function strangers({ readOnly }: Target): fc.Arbitrary<Array<[string, unknown]>> {
  const names = fc.constantFrom(
    ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'],
    ...['error', 'details', 'cause', 'pairedItem', 'binary', 'json', 'index', 'id'],
    ...['hubspot', 'hubspotError', '', ' ', 'größe', 'a.b', 'a[0]', '\u0000'],
  );
  const values = fc.oneof(
    fc.constantFrom<unknown>(null, '', 'x', 0, false),
    fc.string({ maxLength: 6 }),
  );
  const stranger = fc.oneof(
    { weight: 8, arbitrary: fc.tuple(names, values) },
    { weight: 1, arbitrary: fc.tuple(fc.constant(readOnly), fc.integer()) },
  );
  const list = fc.uniqueArray(stranger, { maxLength: 3, selector: ([name]) => name });
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant<Array<[string, unknown]>>([]) },
    { weight: 1, arbitrary: list },
  );
}
