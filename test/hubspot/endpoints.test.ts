import {
  associatePath,
  associationLabelsPath,
  associationsReadPath,
  type ApiVersion,
} from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';

const types = { fromObjectType: 'line_items', toObjectType: 'p1_a/b' };

it.each<[ApiVersion, string]>([
  ['v3', '/crm/v4/associations/line_items/p1_a%2Fb'],
  ['2026-09', '/crm/associations/2026-09/line_items/p1_a%2Fb'],
])('associations have paths of their own under %s', (apiVersion, base) => {
  expect([
    associatePath(apiVersion, types, true),
    associatePath(apiVersion, types, false),
    associationsReadPath(apiVersion, types),
    associationLabelsPath(apiVersion, types),
  ]).toEqual([
    `${base}/batch/associate/default`,
    `${base}/batch/create`,
    `${base}/batch/read`,
    `${base}/labels`,
  ]);
});
