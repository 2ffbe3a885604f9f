/** The steps of the node, in order. A step can be understood without any later one. */
const steps = [
  'hubspot',
  'model',
  'values',
  'input',
  'prepare',
  'http',
  'rateLimit',
  'response',
  'decide',
  'join',
  'delivery',
  'existing',
  'write',
  'associate',
  'output',
  'description',
  'methods',
];

const node = 'nodes/HubspotBatchUpsert';
const published = '^(nodes|credentials)/';

/** Of all files in this repository, those in `importer` import none but those in `folders`. */
function importsOnly(name, importer, folders, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: importer },
    to: { dependencyTypes: ['local'], pathNot: `^${node}/(${folders.join('|')})/` },
  };
}

function earlierStepsOnly(step, index) {
  const allowed = steps.slice(0, index + 1);
  return importsOnly(
    `${step}-imports-earlier-steps-only`,
    `^${node}/${step}/`,
    allowed,
    `${step}/ may import only from ${allowed.join(', ')}. Shared types live in model/, facts of HubSpot in hubspot/.`,
  );
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Files may not import each other in a circle, types included.',
      severity: 'error',
      from: { path: published },
      to: { circular: true },
    },
    ...steps.map(earlierStepsOnly),
    importsOnly(
      'node-file-imports-steps-only',
      `^${node}/[^/]+$`,
      steps,
      'The node file may import from the folders that .dependency-cruiser.mjs lists.',
    ),
    importsOnly(
      'credentials-import-hubspot-only',
      '^credentials/',
      ['hubspot'],
      'credentials/ may import from hubspot/ only.',
    ),
    {
      name: 'description-for-node-file-only',
      comment:
        'Only the node file may import from description/. Move what another step needs to that step or an earlier one.',
      severity: 'error',
      from: { path: published, pathNot: [`^${node}/[^/]+$`, `^${node}/description/`] },
      to: { path: `^${node}/description/` },
    },
    {
      name: 'no-runtime-dependency',
      comment:
        'Published code has no runtime dependency: it may import n8n-workflow and node:crypto, and only types of other packages.',
      severity: 'error',
      from: { path: published },
      to: {
        dependencyTypesNot: ['local', 'type-only'],
        pathNot: ['(^|/)node_modules/n8n-workflow/', '^crypto$'],
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.build.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
