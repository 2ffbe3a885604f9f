import type { FieldType, INodePropertyOptions, ResourceMapperField } from 'n8n-workflow';
import type { PropertyDefinition } from '../hubspot/types';
import { withName } from './labels';

/**
 * A property as a column of the editor's mapping.
 *
 * @param required Must a new record have it? The editor then shows the column from the start.
 */
export function toMappingField(
  definition: PropertyDefinition,
  required: boolean,
): ResourceMapperField {
  const { name, label } = definition;
  const type = fieldType(definition);
  return {
    id: name,
    displayName: required ? `${withName(label, name)}, required to create` : withName(label, name),
    required,
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
