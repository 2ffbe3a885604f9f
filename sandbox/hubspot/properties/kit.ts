import { defineProperty, propertyOptions } from './definition';
import type { PropertyDefinition, PropertyDraft } from './definition';

type More = Partial<PropertyDefinition>;
type Options = readonly string[] | Record<string, string>;

type Define = (name: string, label: string, more?: More) => PropertyDefinition;
type DefineOptions = (
  name: string,
  label: string,
  options: Options,
  more?: More,
) => PropertyDefinition;

/** Words to write a list of property definitions with; each takes the internal name and the label. */
export interface PropertyKit {
  text: Define;
  longText: Define;
  phone: Define;
  number: Define;
  date: Define;
  datetime: Define;
  bool: Define;
  select: DefineOptions;
  checkboxes: DefineOptions;
  owner: Define;
}

/** A property whose value HubSpot itself sets. */
export const READ_ONLY: More = {
  formField: false,
  modificationMetadata: { archivable: false, readOnlyDefinition: true, readOnlyValue: true },
};

/** A custom property that can identify a record. */
export const UNIQUE: More = { hasUniqueValue: true };

const BUILT_IN: More = {
  hubspotDefined: true,
  modificationMetadata: { archivable: true, readOnlyDefinition: true, readOnlyValue: false },
};

/** Properties that HubSpot brings along, in one property group. */
export function builtIn(groupName: string): PropertyKit {
  return kit({ ...BUILT_IN, groupName });
}

/** Properties that the account's users made, in one property group. */
export function custom(groupName: string): PropertyKit {
  return kit({ groupName });
}

function kit(common: More): PropertyKit {
  const define = (draft: PropertyDraft, more: More = {}) =>
    defineProperty({ ...common, ...draft, ...more });
  return {
    text: (name, label, more) => define({ name, label, type: 'string', fieldType: 'text' }, more),
    longText: (name, label, more) =>
      define({ name, label, type: 'string', fieldType: 'textarea' }, more),
    phone: (name, label, more) =>
      define({ name, label, type: 'string', fieldType: 'phonenumber' }, more),
    number: (name, label, more) =>
      define({ name, label, type: 'number', fieldType: 'number' }, more),
    date: (name, label, more) => define({ name, label, type: 'date', fieldType: 'date' }, more),
    datetime: (name, label, more) =>
      define({ name, label, type: 'datetime', fieldType: 'date' }, more),
    bool: (name, label, more) =>
      define(
        {
          name,
          label,
          type: 'bool',
          fieldType: 'booleancheckbox',
          options: propertyOptions({ true: 'True', false: 'False' }),
        },
        more,
      ),
    select: (name, label, options, more) =>
      define(
        {
          name,
          label,
          type: 'enumeration',
          fieldType: 'select',
          options: propertyOptions(options),
        },
        more,
      ),
    checkboxes: (name, label, options, more) =>
      define(
        {
          name,
          label,
          type: 'enumeration',
          fieldType: 'checkbox',
          options: propertyOptions(options),
        },
        more,
      ),
    owner: (name, label, more) =>
      define(
        {
          name,
          label,
          type: 'enumeration',
          fieldType: 'select',
          externalOptions: true,
          referencedObjectType: 'OWNER',
        },
        more,
      ),
  };
}
