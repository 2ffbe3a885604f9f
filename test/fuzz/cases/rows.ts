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
}

const NODES_OWN = ['hubspot', 'hubspotError'];

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
    })
    .map(({ key, cells, strangers, isHeld }) => {
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
      };
    });
}

function strangers({ readOnly }: Target): fc.Arbitrary<Array<[string, unknown]>> {
  const names = fc.constantFrom(
    ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'],
    ...['error', 'details', 'cause', 'pairedItem', 'binary', 'json', 'index', 'id'],
    ...['hubspot', 'hubspotError', '', ' ', 'Name', 'größe', 'a.b', 'a[0]', '\u0000'],
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
