import type { Owner } from '../account';
import type { PropertyDefinition } from '../properties/definition';
import { ADDITIONAL_EMAILS, addresses, keysIn } from './emails';
import type { ObjectType } from './objectTypes';
import { OldIds } from './oldIds';
import type { ConditionalRule } from './required';
import { inForms } from './storedAs';
import type { StoredAs } from './storedAs';
import { firstPipelines, type Pipeline } from './pipelines';
import type { SearchIndex } from './searchIndex';
import { storedValue } from './values';
import type { Verdict } from './values';

/** A record as the sandbox keeps it. `properties` holds what was written, never `''`. */
export interface CrmRecord {
  id: string;
  properties: Map<string, string>;
  /** ISO 8601 UTC. */
  createdAt: string;
  updatedAt: string;
}

/** The records and property definitions of one object type, with an index per unique property. */
export class ObjectTable {
  readonly definitions = new Map<string, PropertyDefinition>();
  readonly records = new Map<string, CrmRecord>();
  readonly oldIds = new OldIds();
  readonly pipelines: Pipeline[];
  /** Properties that the 2026-09 version insists on. */
  readonly required = new Set<string>();
  /** Properties that the 2026-09 version insists on as soon as another one has a value. */
  readonly conditional: ConditionalRule[] = [];
  /** How values are kept where this is not as they were sent. */
  readonly storedAs = new Map<string, readonly StoredAs[]>();
  private readonly owners = new Map<string, Map<string, string>>();

  constructor(
    readonly type: ObjectType,
    definitions: readonly PropertyDefinition[],
    private readonly accountOwners: ReadonlyMap<string, Owner>,
    /** What search knows of the records. */
    readonly index: SearchIndex,
  ) {
    for (const definition of definitions) this.define(definition);
    this.pipelines = firstPipelines(definitions);
  }

  define(definition: PropertyDefinition): void {
    this.definitions.set(definition.name, definition);
    if (identifiesRecords(definition)) this.owners.set(definition.name, new Map());
  }

  /** Forgets a property; false where there is none of that name. */
  undefine(name: string): boolean {
    this.owners.delete(name);
    return this.definitions.delete(name);
  }

  /** Whether values of the property can stand as `id` of an input. */
  isUnique(name: string): boolean {
    return this.owners.has(name);
  }

  /** The id of the record that owns a value, compared as HubSpot stores it. */
  ownerOf(name: string, value: string): string | undefined {
    return this.owners.get(name)?.get(value);
  }

  /** What becomes of a value: the text that is stored, or why it is not. */
  read(definition: PropertyDefinition, text: string, current?: string): Verdict {
    const verdict = storedValue(definition, text, [...this.accountOwners.keys()], current);
    const forms = this.storedAs.get(definition.name) ?? [];
    return 'problem' in verdict ? verdict : { stored: inForms(verdict.stored, forms) };
  }

  /** The record by record id, or by the value of a unique property in any spelling of it. */
  find(idProperty: string | undefined, value: string): CrmRecord | undefined {
    if (idProperty === undefined || idProperty === 'hs_object_id') {
      return this.records.get(this.oldIds.now(value));
    }
    const definition = this.definitions.get(idProperty);
    const verdict = definition && this.read(definition, value);
    if (verdict === undefined || 'problem' in verdict) return undefined;
    const id = this.ownerOf(idProperty, verdict.stored);
    return id === undefined ? undefined : this.records.get(id);
  }

  /**
   * Creates the record where it is missing, and applies the changes; `''` clears.
   *
   * @param at Time of the write, ISO 8601 UTC.
   */
  write(id: string, changes: ReadonlyMap<string, string>, at: string): CrmRecord {
    const record = this.records.get(id) ?? this.create(id, at);
    record.updatedAt = at;
    for (const [name, value] of changes) this.change(record, name, value);
    this.index.note(id, record);
    return record;
  }

  /** Removes a record where it is there; its unique values are free again. */
  remove(id: string): void {
    const record = this.records.get(id);
    if (record === undefined) return;
    for (const name of [...record.properties.keys()]) this.change(record, name, '');
    this.records.delete(id);
    this.index.note(id, undefined);
  }

  private create(id: string, at: string): CrmRecord {
    const record = { id, properties: new Map<string, string>(), createdAt: at, updatedAt: at };
    this.records.set(id, record);
    return record;
  }

  private change(record: CrmRecord, name: string, value: string): void {
    if (name === 'email') this.exchangePrimary(record, value);
    for (const [property, owned] of keysIn(name, record.properties.get(name))) {
      const owners = this.owners.get(property);
      if (owners?.get(owned) === record.id) owners.delete(owned);
    }
    for (const [property, owned] of keysIn(name, value)) {
      this.owners.get(property)?.set(owned, record.id);
    }
    if (value === '') record.properties.delete(name);
    else record.properties.set(name, value);
  }

  /** An additional address that becomes the primary one gives its place to the one before. */
  private exchangePrimary(record: CrmRecord, primary: string): void {
    const additional = addresses(record.properties.get(ADDITIONAL_EMAILS));
    const before = record.properties.get('email');
    if (before === undefined || !additional.includes(primary)) return;
    const others = additional.filter((address) => address !== primary);
    record.properties.delete('email');
    this.change(record, ADDITIONAL_EMAILS, [...others, before].join(';'));
  }
}

/** `email` identifies contacts although its definition does not carry the flag. */
function identifiesRecords({ name, hasUniqueValue, hubspotDefined }: PropertyDefinition): boolean {
  return hasUniqueValue || (hubspotDefined && name === 'email');
}
