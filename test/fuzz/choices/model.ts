import { addresses, ADDITIONAL_EMAILS } from '../../../sandbox/hubspot/crm/emails';
import { holds, type Meaning } from '../cases/meaning';
import { groupBy } from '../oracle/groupBy';
import type { AskedWrite } from './asked';
import { SERIAL, type ChoicesCase } from './case';
import type { Values } from './history';

/** What must come of a write, by the choices and by what HubSpot holds. */
export interface Expectation {
  write: AskedWrite;
  /** `outcome` of a Success item, or `category` of an Error item; undefined where HubSpot's own. */
  becomes:
    | { outcome: 'created' | 'updated' | 'unchanged' }
    | { outcome: 'skipped'; reason: 'exists' | 'missing' }
    | { category: string | undefined };
  /** The record that it is about: its id, or a name for one that is not there yet. */
  record: string | undefined;
  /** What HubSpot must hold for it afterwards, of what is written: by property, beside what it held. */
  changes: ReadonlyMap<string, Change>;
  /** All that is to be sent, be it what HubSpot holds. */
  sent: ReadonlySet<string>;
  /** Is the same record written under another key, too, so that the order decides? */
  isShared: boolean;
}

interface Change {
  from: string;
  to: Meaning;
  /** HubSpot's text after it, or another of the same meaning. */
  text: string;
}

export interface Model {
  expectations: Expectation[];
  /** By record id, or by the name of a record that is not there yet. */
  after: ReadonlyMap<string, Values>;
}

/** Carries the writes out on a model of HubSpot. */
export function modelOf(
  given: ChoicesCase,
  writes: readonly AskedWrite[],
  before: ReadonlyMap<string, Values>,
): Model {
  const records = new Map([...before].map(([id, values]) => [id, { ...values }]));
  const shared = sharedRecords(given, writes, before);
  const expectations: Expectation[] = [];
  for (const [place, write] of writes.entries()) {
    const found = foundBy(write.id, given, records);
    const expectation = {
      ...NOTHING_SENT,
      write,
      record: found[0],
      becomes: { outcome: 'unchanged' } as const,
      isShared: found.some((id) => shared.has(id)),
    };
    expectations.push(
      carryOut({ ...expectation }, { given, records, found, newName: `new ${place}` }),
    );
  }
  return { expectations, after: records };
}

const NOTHING_SENT = { changes: new Map<string, Change>(), sent: new Set<string>() };

/** Records that are in HubSpot under the key, as HubSpot compares. */
export function foundBy(
  id: string,
  { target }: Pick<ChoicesCase, 'target'>,
  records: ReadonlyMap<string, Values>,
): string[] {
  const { idProperty, comparedAs } = target;
  if (idProperty === 'hs_object_id') return records.has(id) ? [id] : [];
  return [...records].flatMap(([recordId, values]) => {
    const own = values[idProperty];
    const further = idProperty === 'email' ? addresses(values[ADDITIONAL_EMAILS]) : [];
    const keys = own === undefined ? further : [own, ...further];
    return keys.some((key) => comparedAs(key) === comparedAs(id)) ? [recordId] : [];
  });
}

function sharedRecords(
  given: ChoicesCase,
  writes: readonly AskedWrite[],
  before: ReadonlyMap<string, Values>,
): Set<string> {
  const ids = writes.flatMap(({ id }) =>
    foundBy(id, given, before).map((recordId) => ({
      recordId,
      key: given.target.comparedAs(id),
    })),
  );
  const byRecord = groupBy(ids, ({ recordId }) => recordId);
  return new Set(
    [...byRecord].flatMap(([recordId, found]) =>
      new Set(found.map(({ key }) => key)).size > 1 ? [recordId] : [],
    ),
  );
}

interface Scene {
  given: ChoicesCase;
  records: Map<string, Record<string, string>>;
  found: readonly string[];
  newName: string;
}

function carryOut(expectation: Expectation, scene: Scene): Expectation {
  const { given, found, records } = scene;
  const { operation, target, options } = given;
  if (target.foundBy === 'search' && options.nonUniqueId === 'refuse') {
    return { ...expectation, becomes: { category: undefined } };
  }
  if (found.length > 1) return { ...expectation, becomes: { category: 'AMBIGUOUS_ID' } };
  const [recordId] = found;
  if (recordId !== undefined) {
    return operation === 'create'
      ? { ...expectation, becomes: { outcome: 'skipped', reason: 'exists' } }
      : update(expectation, records.get(recordId)!, given);
  }
  if (operation === 'update') {
    return { ...expectation, becomes: { outcome: 'skipped', reason: 'missing' } };
  }
  return target.foundBy === 'recordId'
    ? { ...expectation, becomes: { category: 'RECORD_NOT_FOUND' } }
    : create(expectation, scene);
}

function create(expectation: Expectation, { given, records, newName }: Scene): Expectation {
  const { write } = expectation;
  const { idProperty } = given.target;
  if (write.values.has(SERIAL.property)) {
    return { ...expectation, becomes: { category: undefined } };
  }
  const values: Record<string, string> = { [idProperty]: write.id };
  records.set(newName, values);
  const changes = new Map<string, Change>([
    [idProperty, { from: '', to: { kind: 'text', text: write.id }, text: write.id }],
    ...apply(write.values, values),
  ]);
  const sent = new Set(write.values.keys());
  return { ...expectation, becomes: { outcome: 'created' }, record: newName, changes, sent };
}

function update(
  expectation: Expectation,
  values: Record<string, string>,
  { options, target, operation }: ChoicesCase,
): Expectation {
  const wanted = new Map(
    [...expectation.write.values].filter(([property, meaning]) => {
      const held = values[property] ?? '';
      if (options.existingValues === 'keep' && !(held === '' && meaning.kind !== 'empty')) {
        return false;
      }
      return !(options.skipUnchanged && holds(held, meaning));
    }),
  );
  const isPlain =
    operation === 'upsert' &&
    target.foundBy === 'key' &&
    options.existingValues === 'overwrite' &&
    !options.skipUnchanged;
  if (wanted.size === 0 && !isPlain) return { ...expectation, becomes: { outcome: 'unchanged' } };
  if (wanted.has(SERIAL.property)) return { ...expectation, becomes: { category: undefined } };
  const changes = apply(wanted, values);
  return {
    ...expectation,
    becomes: { outcome: 'updated' },
    changes,
    sent: new Set(wanted.keys()),
  };
}

/** Writes the values, and tells what differs. */
function apply(
  values: ReadonlyMap<string, Meaning>,
  record: Record<string, string>,
): Map<string, Change> {
  const changes = new Map<string, Change>();
  for (const [property, to] of values) {
    const from = record[property] ?? '';
    const text = textOf(to, from);
    if (!holds(from, to)) changes.set(property, { from, to, text });
    if (text === '') delete record[property];
    else record[property] = text;
  }
  return changes;
}

function textOf(meaning: Meaning, held: string): string {
  switch (meaning.kind) {
    case 'text':
      return meaning.text;
    case 'number':
      return String(meaning.number);
    case 'options':
      return meaning.options.join(';');
    case 'adds':
      return [...new Set([...held.split(';'), ...meaning.options])].filter(Boolean).join(';');
    case 'empty':
    case 'bad':
      return '';
  }
}
