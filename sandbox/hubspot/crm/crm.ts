import { OWNERS, PORTAL_ID, type Owner } from '../account';
import { defineProperty } from '../properties/definition';
import type { PropertyDefinition, PropertyDraft } from '../properties/definition';
import { initialProperties } from '../properties/byObjectType';
import { Associations } from './associations';
import { ADDITIONAL_EMAILS, addresses } from './emails';
import { mergeRecords, type MergeManner } from './mergeRecords';
import { MACHINE, STANDARD_OBJECT_TYPES, spellings } from './objectTypes';
import type { ObjectType } from './objectTypes';
import { ObjectTable } from './objectTable';
import { holdsPipelines, withPipeline, type Pipeline } from './pipelines';
import { snapshot, type RecordSnapshot } from './recordSnapshot';
import type { ConditionalRule } from './required';
import { SearchIndex, type SearchClock } from './searchIndex';
import type { StoredAs } from './storedAs';

const FIRST_RECORD_ID = 20_000_000_001;

/** What the account holds: records, property definitions and associations of every object type. */
export class Crm {
  /** Which records are associated, and with which labels they may be. */
  readonly associations = new Associations(
    (objectType) => this.known(objectType).type.objectTypeId,
  );
  /** By id. */
  readonly owners = new Map<string, Owner>();
  /** What search knows. */
  readonly search = {
    /** From now on search knows all that was written so far, whatever its lag. */
    catchUp: () => [...this.tables.values()].forEach(({ index }) => index.catchUp()),
  };
  private readonly tables = new Map<string, ObjectTable>();
  private lastRecordId = FIRST_RECORD_ID - 1;

  constructor(private readonly clock: SearchClock = { searchLagMs: 0, now: () => Date.now() }) {
    for (const owner of OWNERS) this.owners.set(owner.id, owner);
    for (const type of [...STANDARD_OBJECT_TYPES, MACHINE]) this.addType(type);
  }

  /** Adds a custom object with a few properties, among them the unique `external_key`. */
  addCustomObject(name: string, objectTypeId: string): void {
    const fullyQualifiedName = `p${PORTAL_ID}_${name}`;
    this.addType({ ...MACHINE, name, singular: name, objectTypeId, fullyQualifiedName });
  }

  /** The tables of the account's custom objects. */
  customObjects(): ObjectTable[] {
    const tables = [...new Set(this.tables.values())];
    return tables.filter(({ type }) => type.fullyQualifiedName !== undefined);
  }

  /** The table of an object type in any spelling: name, singular, `0-8`, `p1234567_machine`. */
  table(objectType: string): ObjectTable | undefined {
    return this.tables.get(objectType);
  }

  newRecordId(): string {
    this.lastRecordId += 1;
    return String(this.lastRecordId);
  }

  /** Copies of all records of an object type, oldest first. */
  records(objectType: string): RecordSnapshot[] {
    return Array.from(this.known(objectType).records.values(), snapshot);
  }

  count(objectType: string): number {
    return this.known(objectType).records.size;
  }

  /** A copy of the record with this value of a unique property (or of `hs_object_id`). */
  find(objectType: string, idProperty: string, value: string): RecordSnapshot | undefined {
    const record = this.known(objectType).find(idProperty, value);
    return record && snapshot(record);
  }

  properties(objectType: string): PropertyDefinition[] {
    return [...this.known(objectType).definitions.values()];
  }

  /** Adds a custom property, or replaces one; a text property where the draft says nothing else. */
  addProperty(objectType: string, draft: PropertyDraft): PropertyDefinition {
    const definition = defineProperty(draft);
    this.known(objectType).define(definition);
    return definition;
  }

  /** Makes properties required; the options say which versions enforce it. */
  requireProperties(objectType: string, ...names: string[]): void {
    for (const name of names) this.known(objectType).required.add(name);
  }

  /** Makes a property required as soon as another one has a value; enforced as the others are. */
  requireWhen(objectType: string, rule: ConditionalRule): void {
    this.known(objectType).conditional.push(rule);
  }

  /** From now on values of the property, keys as well, are kept in these forms. */
  storeAs(objectType: string, property: string, ...forms: StoredAs[]): void {
    this.known(objectType).storedAs.set(property, forms);
  }

  /** Writes a record directly, past every rule; creates it without an id. For arranging tests. */
  put(objectType: string, properties: Record<string, string>, id = this.newRecordId()): string {
    const changes = new Map(Object.entries(properties));
    this.known(objectType).write(id, changes, this.now());
    return id;
  }

  /** Archives a record, and with it its associations; search knows it until its lag is over. */
  remove(objectType: string, id: string): void {
    const table = this.known(objectType);
    table.remove(id);
    this.associations.remove(table.type.objectTypeId, id);
  }

  /** Merges two records into a new one, to which both ids lead from then on; returns its id. */
  merge(objectType: string, primaryId: string, otherId: string, manner: MergeManner = {}): string {
    const id = manner.keepsId ? primaryId : this.newRecordId();
    const ids = { primaryId, otherId, id };
    mergeRecords(this.known(objectType), this.associations, ids, this.now(), manner);
    return id;
  }

  /** Gives a contact one more e-mail address, by which HubSpot finds it too (facts.md, "Keys"). */
  addEmail(contactId: string, email: string): void {
    const contact = this.known('contacts').records.get(contactId);
    const further = [...addresses(contact?.properties.get(ADDITIONAL_EMAILS)), email.toLowerCase()];
    this.put('contacts', { [ADDITIONAL_EMAILS]: further.join(';') }, contactId);
  }

  /** Adds an owner; an archived one owns what it owns and is listed with its like alone. */
  addOwner(id: string, email: string, { archived = false } = {}): void {
    this.owners.set(id, { id, email, archived });
  }

  /** Adds a pipeline with its stages to an object type that has some. */
  addPipeline(objectType: string, pipeline: Pipeline): void {
    const table = this.known(objectType);
    table.pipelines.push(pipeline);
    for (const definition of [...table.definitions.values()].filter(holdsPipelines)) {
      table.define(withPipeline(definition, pipeline));
    }
  }

  /** ISO 8601 UTC. */
  private now(): string {
    return new Date(this.clock.now()).toISOString();
  }

  private addType(type: ObjectType): void {
    const index = new SearchIndex(this.clock);
    const table = new ObjectTable(type, initialProperties(type), this.owners, index);
    for (const spelling of spellings(type)) this.tables.set(spelling, table);
  }

  private known(objectType: string): ObjectTable {
    const table = this.table(objectType);
    if (table === undefined) throw new Error(`The sandbox has no object type ${objectType}`);
    return table;
  }
}
