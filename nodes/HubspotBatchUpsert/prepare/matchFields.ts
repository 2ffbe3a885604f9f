import type { IDataObject } from 'n8n-workflow';
import { isWritable, type PropertyDefinitions } from '../hubspot/propertyDefinitions';
import type { PropertyDefinition } from '../hubspot/types';
import type { InputNotes } from '../model/inputNotes';
import type { Settings } from '../model/settings';
import type { Target } from '../model/target';
import { setOwn } from './ownField';

/** What the fields of an item fill. */
export interface MatchedFields {
  /** By property; what fills none, and is not to be ignored, by the field's own name. */
  values: IDataObject;
  /** The names of fields that are not named like their property, by property. */
  fieldNames: ReadonlyMap<string, string>;
  /** Why a field fills no property, where something can be said. */
  whyUnmatched?: (field: string) => string | undefined;
}

/** What becomes of the fields of an item. */
interface Plan {
  /** Of all that are not undefined, in their order. */
  names: readonly string[];
  /** Which property each of them fills; undefined where it fills none and is ignored. */
  properties: ReadonlyArray<string | undefined>;
  fieldNames: MatchedFields['fieldNames'];
}

/** Every field is named like its property, or fills none. */
export const NO_OTHER_NAMES: ReadonlyMap<string, string> = new Map();

/** Finds the property that each field of an item fills, when mapping automatically. */
export class FieldMatcher {
  private readonly known = new Map<string, string | undefined>();
  /** Whether a field is named like a property that it fills. */
  private readonly namedLikeOne = new Map<string, boolean>();
  /** Of the item before: items of one source have the same fields, as a rule. */
  private plan: Plan | undefined;
  private byLetters: ReadonlyMap<string, PropertyDefinition[]> | undefined;

  constructor(
    private readonly target: Pick<Target, 'idProperty' | 'definitions'>,
    private readonly rules: Pick<Settings, 'fieldNames' | 'unknownFields'>,
    private readonly notes: InputNotes,
  ) {}

  /**
   * The property named like the field fills it; else the only one whose name or label is the same
   * without regard to case, blanks, punctuation and a byte order mark. Of several fields for one
   * property that is taken which is named like it, or none. What is undefined is absent.
   */
  match(fields: IDataObject): MatchedFields {
    if (this.target.definitions === undefined || this.areNamedLikeProperties(fields)) {
      return { values: fields, fieldNames: NO_OTHER_NAMES };
    }
    if (this.plan === undefined || !hasFields(fields, this.plan)) this.plan = this.planFor(fields);
    const { names, properties, fieldNames } = this.plan;
    const values: IDataObject = {};
    names.forEach((field, place) => {
      const property = properties[place];
      if (property === undefined) this.notes.noteIgnored(field, () => this.whyUnmatched(field));
      else {
        if (property !== field) this.notes.noteMatched(field, property);
        setOwn(values, property, fields[field]);
      }
    });
    return { values, fieldNames, whyUnmatched: this.whyUnmatched };
  }

  private planFor(fields: IDataObject): Plan {
    const fieldNames = this.alike(fields);
    const taken = new Map([...fieldNames].map(([property, field]) => [field, property]));
    const names = Object.keys(fields).filter((field) => fields[field] !== undefined);
    const properties = names.map(
      (field) => taken.get(field) ?? (this.isKept(field) ? field : undefined),
    );
    return { names, properties, fieldNames };
  }

  /** Nothing has to be found out of such fields, which are the rule where a program made them. */
  private areNamedLikeProperties(fields: IDataObject): boolean {
    for (const field in fields) {
      let isNamedLikeOne = this.namedLikeOne.get(field);
      if (isNamedLikeOne === undefined) {
        isNamedLikeOne = this.propertyOf(field) === field && this.isKept(field);
        this.namedLikeOne.set(field, isNamedLikeOne);
      }
      if (!isNamedLikeOne || fields[field] === undefined) return false;
    }
    return true;
  }

  /** Fields that are not named like the property that they fill, by property. */
  private alike(fields: IDataObject): MatchedFields['fieldNames'] {
    let found: Map<string, string[]> | undefined;
    for (const field in fields) {
      if (fields[field] === undefined) continue;
      const property = this.propertyOf(field);
      if (property === undefined || property === field || isGiven(fields, property)) continue;
      found ??= new Map();
      const same = found.get(property);
      if (same) same.push(field);
      else found.set(property, [field]);
    }
    if (found === undefined) return NO_OTHER_NAMES;
    return new Map(
      [...found].flatMap(([property, [first, ...others]]) =>
        first !== undefined && others.length === 0 ? [[property, first]] : [],
      ),
    );
  }

  private propertyOf(field: string): string | undefined {
    if (this.known.has(field)) return this.known.get(field);
    const property = this.target.definitions?.has(field) ? field : this.onlyOneLike(field);
    this.known.set(field, property);
    return property;
  }

  private onlyOneLike(field: string): string | undefined {
    if (this.rules.fieldNames === 'names') return undefined;
    const usable = this.allLike(field).filter(
      (definition) => isWritable(definition) || definition.name === this.target.idProperty,
    );
    return usable.length === 1 ? usable[0]?.name : undefined;
  }

  private allLike(field: string): readonly PropertyDefinition[] {
    this.byLetters ??= groupByLetters(this.target.definitions);
    return this.byLetters.get(lettersOf(field)) ?? [];
  }

  private isKept(field: string): boolean {
    if (this.rules.unknownFields !== 'ignore' || field === this.target.idProperty) return true;
    const definition = this.target.definitions?.get(field);
    return definition !== undefined && isWritable(definition);
  }

  private readonly whyUnmatched = (field: string): string | undefined => {
    const fitting = this.allLike(field);
    const [only, ...others] = fitting.filter(isWritable).map(({ name }) => name);
    if (only === undefined) {
      return fitting[0] && `HubSpot does not let ${fitting[0].name} be written`;
    }
    if (others.length > 0) return `it could be ${[only, ...others].join(' or ')}`;
    return this.rules.fieldNames === 'names' ? `perhaps ${only}` : `another field is ${only}, too`;
  };
}

/** Are these the item's fields, all of them and in this order? */
function hasFields(fields: IDataObject, { names }: Plan): boolean {
  let place = 0;
  for (const field in fields) {
    if (fields[field] === undefined) continue;
    if (names[place] !== field) return false;
    place += 1;
  }
  return place === names.length;
}

function isGiven(fields: IDataObject, name: string): boolean {
  return Object.hasOwn(fields, name) && fields[name] !== undefined;
}

/** The fields of an item that look like a property, though they are named otherwise. */
export function fieldsLike(
  property: string,
  fields: object,
  definitions: PropertyDefinitions,
): string[] {
  const names = [property, definitions?.get(property)?.label ?? ''].map(lettersOf);
  return Object.keys(fields).filter(
    (field) => field !== property && lettersOf(field) !== '' && names.includes(lettersOf(field)),
  );
}

function groupByLetters(definitions: PropertyDefinitions): Map<string, PropertyDefinition[]> {
  const byLetters = new Map<string, PropertyDefinition[]>();
  for (const definition of definitions?.values() ?? []) {
    const names = new Set([lettersOf(definition.name), lettersOf(definition.label ?? '')]);
    names.delete('');
    for (const name of names) byLetters.set(name, [...(byLetters.get(name) ?? []), definition]);
  }
  return byLetters;
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
