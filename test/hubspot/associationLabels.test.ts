import {
  isDefaultAssociation,
  labelValue,
  parseAssociationLabels,
  type AssociationLabel,
} from '../../nodes/HubspotBatchUpsert/hubspot/associationLabels';
import { associationLabelsPath } from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';

const STANDARD: AssociationLabel = { category: 'HUBSPOT_DEFINED', typeId: 279, label: null };
const PRIMARY: AssociationLabel = { category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' };
const BILLING: AssociationLabel = {
  category: 'USER_DEFINED',
  typeId: 37,
  label: 'Billing contact',
};

function parsed(label: unknown): AssociationLabel | undefined {
  return parseAssociationLabels({ results: [label] })[0];
}

it('labels are taken as HubSpot sends them, the default one wherever it stands', () => {
  const results = [
    PRIMARY,
    STANDARD,
    { ...BILLING, fromObjectTypeId: '0-1', toObjectTypeId: '0-2' },
  ];
  const labels = parseAssociationLabels({ results });
  expect(labels).toEqual([PRIMARY, STANDARD, BILLING]);
  expect(labels.map(isDefaultAssociation)).toEqual([false, true, false]);
});

it('an association of the account that has no name is not the default one', () => {
  expect(isDefaultAssociation({ ...BILLING, label: null })).toBe(false);
});

it.each([
  [{ ...BILLING, label: undefined }],
  [{ ...BILLING, label: '' }],
  [{ ...BILLING, label: {} }],
])('in %j there is no name', (label) => {
  expect(parsed(label)).toEqual({ ...BILLING, label: null });
});

it('a type ID may come as text', () => {
  expect(parsed({ ...BILLING, typeId: '37' })).toEqual(BILLING);
});

it.each([
  [null],
  ['Primary'],
  [{}],
  [{ category: 'USER_DEFINED', label: 'x' }],
  [{ category: 'USER_DEFINED', typeId: null }],
  [{ category: 'USER_DEFINED', typeId: '' }],
  [{ category: 'USER_DEFINED', typeId: 1.5 }],
  [{ category: 'USER_DEFINED', typeId: [37] }],
  [{ category: 'USER_DEFINED', typeId: true }],
  [{ category: '', typeId: 37 }],
  [{ category: 5, typeId: 37 }],
])('%j is no label', (label) => {
  expect(parsed(label)).toBeUndefined();
});

it.each([[null], ['x'], [[]], [{}], [{ results: null }], [{ results: 'x' }]])(
  'an answer of %j holds no labels',
  (json) => {
    expect(parseAssociationLabels(json)).toEqual([]);
  },
);

it('the value of the parameter tells labels of different categories apart', () => {
  expect([PRIMARY, BILLING].map(labelValue)).toEqual(['HUBSPOT_DEFINED:1', 'USER_DEFINED:37']);
});

it.each([
  ['v3', '/crm/v4/associations/line_items/0-3%2Fx/labels'],
  ['2026-09', '/crm/associations/2026-09/line_items/0-3%2Fx/labels'],
] as const)('the labels of a pair of object types stand under %s at %s', (apiVersion, path) => {
  expect(
    associationLabelsPath(apiVersion, { fromObjectType: 'line_items', toObjectType: '0-3/x' }),
  ).toBe(path);
});
