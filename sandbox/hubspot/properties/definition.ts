/** Types of property values (HubSpot OpenAPI, PropertyCreate.type). */
export type PropertyType =
  'string' | 'number' | 'date' | 'datetime' | 'bool' | 'enumeration' | 'phone_number';

type DataSensitivity = 'non_sensitive' | 'sensitive' | 'highly_sensitive';

export interface PropertyOption {
  label: string;
  value: string;
  displayOrder: number;
  hidden: boolean;
}

/** A property definition as HubSpot answers it (OpenAPI: Property). */
export interface PropertyDefinition {
  name: string;
  label: string;
  type: PropertyType;
  fieldType: string;
  description: string;
  groupName: string;
  options: PropertyOption[];
  displayOrder: number;
  calculated: boolean;
  externalOptions: boolean;
  hasUniqueValue: boolean;
  hidden: boolean;
  hubspotDefined: boolean;
  formField: boolean;
  archived: boolean;
  dataSensitivity: DataSensitivity;
  referencedObjectType?: string;
  createdAt: string;
  updatedAt: string;
  modificationMetadata: {
    archivable: boolean;
    readOnlyDefinition: boolean;
    readOnlyValue: boolean;
  };
}

/** What a definition needs at least; everything else is as HubSpot fills it in. */
export type PropertyDraft = Pick<PropertyDefinition, 'name'> & Partial<PropertyDefinition>;

const DEFINED_AT = '2019-08-06T02:41:08.029Z';

/** A full definition of a custom property from its draft: text, writable, not unique by default. */
export function defineProperty(draft: PropertyDraft): PropertyDefinition {
  return {
    label: draft.name,
    type: 'string',
    fieldType: 'text',
    description: '',
    groupName: 'custom_properties',
    options: [],
    displayOrder: -1,
    calculated: false,
    externalOptions: false,
    hasUniqueValue: false,
    hidden: false,
    hubspotDefined: false,
    formField: true,
    archived: false,
    dataSensitivity: 'non_sensitive',
    createdAt: DEFINED_AT,
    updatedAt: DEFINED_AT,
    modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
    ...draft,
  };
}

/** Options from their internal values; `value: label` pairs where the two differ. */
export function propertyOptions(values: readonly string[] | Record<string, string>) {
  const pairs = Array.isArray(values)
    ? (values as readonly string[]).map((value): [string, string] => [value, value])
    : Object.entries(values as Record<string, string>);
  return pairs.map(([value, label], displayOrder): PropertyOption => ({
    value,
    label,
    displayOrder,
    hidden: false,
  }));
}
