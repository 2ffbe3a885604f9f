import {
  accountPath,
  associatePath,
  associationLabelsPath,
  associationsReadPath,
  batchReadPath,
  batchWritePath,
  ownersPath,
  pipelinesPath,
  propertiesPath,
  schemasPath,
  searchPath,
  tokenPath,
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

it.each<[ApiVersion, RegExp]>([
  ['v3', /\/v[34]\//],
  ['2026-09', /\/2026-09(\/|$)/],
])('whatever is asked for has a path under %s', (apiVersion, version) => {
  const paths = [
    batchWritePath(apiVersion, 'a', 'upsert'),
    batchReadPath(apiVersion, 'a'),
    searchPath(apiVersion, 'a'),
    propertiesPath(apiVersion, 'a'),
    schemasPath(apiVersion),
    ownersPath(apiVersion),
    pipelinesPath(apiVersion, 'a'),
    associatePath(apiVersion, types, true),
    accountPath(apiVersion),
    tokenPath(apiVersion),
  ];
  for (const path of paths) expect(path).toMatch(version);
});
