import type { INodeProperties } from 'n8n-workflow';

/**
 * The columns. In mode `map` the editor asks for no matching columns, since the ID property does
 * that, and does not insist on required ones, since an update needs none. Another object type has
 * other columns; any further dependency would throw a mapping away that still fits.
 */
export const properties: INodeProperties = {
  displayName: 'Properties',
  name: 'properties',
  type: 'resourceMapper',
  noDataExpression: true,
  default: { mappingMode: 'autoMapInputData', value: null },
  required: true,
  description: 'What to write into the records',
  typeOptions: {
    loadOptionsDependsOn: ['objectType.value'],
    resourceMapper: {
      resourceMapperMethod: 'getProperties',
      mode: 'map',
      fieldWords: { singular: 'property', plural: 'properties' },
      valuesLabel: 'Values to Write',
      addAllFields: false,
      supportAutoMap: true,
    },
  },
};
