import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { FaultOrder } from '../../../sandbox/hubspot/faults/fault';
import { askingRow } from '../cases/filling';
import { associatingOf, type Associating } from '../cases/fuzzCase';
import type { Cell } from '../cases/meaning';
import { choicesAccount, type ChoicesAccount } from './account';
import { choicesFaults } from './faults';
import type { OtherWrite } from './otherWriter';
import { RECORD_IDS, TARGETS, type ChoicesTarget } from './targets';
import { cellLikeHeld, heldValue } from './values';

/** One run of the node that may not write everything, and what HubSpot holds before it. */
export interface ChoicesCase {
  target: ChoicesTarget;
  rows: ChoicesRow[];
  held: HeldRecord[];
  operation: 'upsert' | 'create' | 'update';
  options: ChoicesOptions;
  account: ChoicesAccount;
  seed: number;
  faults: FaultOrder[];
  /** What somebody else writes during the run. */
  others: OtherWrite[];
  /** Undefined where no item asks for associations. */
  associating?: Associating;
}

export interface ChoicesRow {
  json: IDataObject;
  /** As HubSpot keeps it; undefined where the item names no record. */
  id: string | undefined;
  cells: ReadonlyMap<string, Cell>;
  /** Has it a unique value that another record owns? */
  isTaken: boolean;
}

/** A record that is there before the run; of contacts also under further addresses. */
interface HeldRecord {
  recordId: string;
  /** Without those that are empty. */
  properties: Record<string, string>;
  furtherEmail?: string;
}

interface ChoicesOptions extends IDataObject {
  existingValues: 'overwrite' | 'keep';
  skipUnchanged: boolean;
  nonUniqueId: 'refuse' | 'search';
  duplicates: 'merge' | 'keepLast' | 'keepFirst' | 'sequence' | 'reject';
  emptyValues: 'ignore' | 'clear';
  invalidValues: 'reject' | 'leaveOut';
  batchSize: number;
  apiVersion: 'v3' | '2026-09';
  maxConcurrency: number;
  maxRetries: number;
  output: 'inputAndRecord' | 'record';
}

/** A property of the case's own: unique, and one record owns the value. */
export const SERIAL = { property: 'serial', taken: 'TAKEN', owner: '400' };

const options: fc.Arbitrary<ChoicesOptions> = fc.record({
  existingValues: fc.constantFrom('overwrite', 'keep'),
  skipUnchanged: fc.boolean(),
  nonUniqueId: fc.constantFrom('search', 'search', 'search', 'search', 'refuse'),
  duplicates: fc.constantFrom('merge', 'keepLast', 'keepFirst', 'sequence', 'reject'),
  emptyValues: fc.constantFrom('ignore', 'clear'),
  invalidValues: fc.constantFrom('reject', 'reject', 'leaveOut'),
  batchSize: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(100)),
  apiVersion: fc.constantFrom('v3', '2026-09'),
  maxConcurrency: fc.constantFrom(1, 2, 10),
  maxRetries: fc.constantFrom(0, 1, 2),
  output: fc.constantFrom('inputAndRecord', 'record'),
});

type Rest = Omit<ChoicesCase, 'faults' | 'others'>;

/** Nothing goes wrong, and nobody else writes. */
export const calmChoices: fc.Arbitrary<ChoicesCase> = choicesCase().map((rest) => ({
  ...rest,
  faults: [],
  others: [],
}));

/** Nothing goes wrong, nobody else writes, and most items ask for associations. */
export const calmAssociatingChoices: fc.Arbitrary<ChoicesCase> = calmChoices.chain((given) => {
  const keys = [...given.target.keys, given.target.freeKey];
  const associating = fc.option(associatingOf(given, keys), { freq: 5, nil: undefined });
  return associating.map((asking) => (asking ? withAsks(given, asking) : given));
});

function withAsks(given: ChoicesCase, associating: Associating): ChoicesCase {
  const rows = given.rows.map((row, index) => askingRow(row, associating.asks[index]!));
  return { ...given, rows, associating };
}

/** Anything goes wrong, and somebody else writes, too. */
export const anyChoices: fc.Arbitrary<ChoicesCase> = choicesCase().chain((rest) =>
  fc
    .record({
      faults: fc.oneof(
        { weight: 3, arbitrary: choicesFaults },
        { weight: 1, arbitrary: fc.constant<FaultOrder[]>([]) },
      ),
      others: othersOf(rest.target),
    })
    .map((more) => ({ ...rest, ...more })),
);

function othersOf(target: ChoicesTarget): fc.Arbitrary<OtherWrite[]> {
  const properties = Object.entries(target.properties);
  const one = fc.constantFrom(...properties).chain(([property, kind]) =>
    fc.record<OtherWrite>({
      before: fc.constantFrom('create', 'update', 'upsert', 'read', 'search'),
      nth: fc.integer({ min: 1, max: 3 }),
      what: fc.constantFrom('create', 'create', 'change', 'clear', 'remove'),
      key: fc.constantFrom(...target.keys),
      property: fc.constant(property),
      value: heldValue(kind, target.options[property]),
    }),
  );
  return fc.array(one, { maxLength: 4 });
}

function choicesCase(): fc.Arbitrary<Rest> {
  return fc.constantFrom(...TARGETS).chain((target) =>
    fc
      .record({
        target: fc.constant(target),
        rows: fc.oneof(
          { weight: 5, arbitrary: fc.array(rowOf(target), { minLength: 1, maxLength: 6 }) },
          { weight: 1, arbitrary: fc.array(rowOf(target), { minLength: 7, maxLength: 20 }) },
        ),
        held: heldBy(target),
        // An operation that makes no sense by record id is one clear error.
        operation: fc.constantFrom<ChoicesCase['operation']>(
          ...(target === RECORD_IDS
            ? (['upsert', 'update'] as const)
            : (['upsert', 'create', 'update'] as const)),
        ),
        options,
        account: choicesAccount,
        seed: fc.integer({ min: 1, max: 1000 }),
      })
      .map(withoutTaken),
  );
}

/** Whether HubSpot names the property of a taken value decides if it can be left out. */
function withoutTaken(given: Rest): Rest {
  if (given.options.invalidValues === 'reject') return given;
  const rows = given.rows.map((row) => {
    const { [SERIAL.property]: taken, ...json } = row.json;
    return { ...row, json, isTaken: false };
  });
  return { ...given, rows };
}

function rowOf(target: ChoicesTarget): fc.Arbitrary<ChoicesRow> {
  const cells = Object.fromEntries(
    Object.entries(target.properties).map(([name, kind]) => [
      name,
      cellLikeHeld(kind, target.options[name]),
    ]),
  );
  return fc
    .record({
      key: keyOf(target),
      cells: fc.record(cells, { requiredKeys: [] }),
      isTaken: fc.constantFrom(false, false, false, false, false, false, false, true),
    })
    .map(({ key: [value, id], cells, isTaken }) => {
      const known = new Map(Object.entries(cells as Record<string, Cell>));
      const fields = Array.from(known, ([name, cell]): [string, unknown] => [name, cell.value]);
      const json = Object.fromEntries([...fields, [target.idProperty, value]]) as IDataObject;
      if (isTaken) json[SERIAL.property] = SERIAL.taken;
      return { json, id, cells: known, isTaken };
    });
}

function keyOf(target: ChoicesTarget): fc.Arbitrary<[value: unknown, id: string | undefined]> {
  const { keys, freeKey, spellings } = target;
  const none: unknown[] = [undefined, null, '', ['a', 'b']];
  if (target === RECORD_IDS) none.push('K-1', '5o1');
  return fc.oneof(
    {
      weight: 16,
      arbitrary: fc
        .constantFrom(...keys, freeKey)
        .chain((key) =>
          fc
            .constantFrom(key, key, ...spellings(key))
            .map((value): [unknown, string] => [value, keptAs(key, target)]),
        ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...none).map((value): [unknown, undefined] => [value, undefined]),
    },
  );
}

/** A number is sent as it is written. */
function keptAs(key: string, { idProperty }: ChoicesTarget): string {
  return idProperty === 'quantity' ? String(Number(key)) : key;
}

function heldBy(target: ChoicesTarget): fc.Arbitrary<HeldRecord[]> {
  const { foundBy, idProperty, keys } = target;
  const values = Object.fromEntries(
    Object.entries(target.properties).map(([name, kind]) => [
      name,
      heldValue(kind, target.options[name]),
    ]),
  );
  const one = fc.record({
    key: fc.constantFrom(...keys),
    values: fc.record(values),
    furtherEmail: fc.constantFrom(undefined, undefined, ...keys),
  });
  return fc.array(one, { maxLength: 6 }).map((list) => {
    const taken = new Set<string>();
    return list.flatMap(({ key, values, furtherEmail }, place): HeldRecord[] => {
      const recordId = foundBy === 'recordId' ? key : `${501 + place}`;
      if (foundBy !== 'search' && taken.has(key)) return [];
      taken.add(key);
      const held = Object.entries(values).filter(([, value]) => value !== '');
      const properties = Object.fromEntries(held);
      if (foundBy !== 'recordId') properties[idProperty] = key;
      if (idProperty !== 'email' || furtherEmail === undefined || taken.has(furtherEmail)) {
        return [{ recordId, properties }];
      }
      taken.add(furtherEmail);
      return [{ recordId, properties, furtherEmail }];
    });
  });
}
