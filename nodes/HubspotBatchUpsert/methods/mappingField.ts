import type { FieldType, INodePropertyOptions, ResourceMapperField } from 'n8n-workflow';
import type { PropertyDefinition } from '../hubspot/types';
import { withName } from './labels';

/** Must a new record have the property, or one of several that it is among? */
export type Need = 'required' | 'oneOf' | 'none';

const TOLD: Record<Need, string> = {
  required: ', required to create',
  oneOf: ', one of these required to create',
  none: '',
};

/** A property as a column of the editor's mapping, which shows required ones from the start. */
export function toMappingField(definition: PropertyDefinition, need: Need): ResourceMapperField {
  const { name, label } = definition;
  const type = fieldType(definition);
  return {
    id: name,
    displayName: `${withName(label, name)}${TOLD[need]}`,
    required: need === 'required',
    defaultMatch: false,
    canBeUsedToMatch: false,
    display: true,
    type,
    ...(type === 'options' ? { options: toOptions(definition) } : {}),
  };
}

/**
 * The input that suits a property. Booleans get a list, because the editor's switch cannot be left
 * alone: it would write `false` into every property that nobody touched. Properties with several
 * values stay text, which takes `a;b` as well as an expression that gives a list.
 */
function fieldType({ type, fieldType: widget, options = [] }: PropertyDefinition): FieldType {
  switch (type) {
    case 'number':
      return 'number';
    case 'date':
    case 'datetime':
      return 'dateTime';
    case 'bool':
      return 'options';
    case 'enumeration':
      return widget === 'checkbox' || options.length === 0 ? 'string' : 'options';
    default:
      return 'string';
  }
}

function toOptions({ options = [] }: PropertyDefinition): INodePropertyOptions[] {
  const shown = options.filter(({ hidden }) => hidden !== true);
  if (shown.length === 0) {
    return [
      { name: 'Yes', value: 'true' },
      { name: 'No', value: 'false' },
    ];
  }
  return shown.map(({ label, value }) => ({ name: label || value, value }));
}
