'use strict';

/**
 * Packages that tests, sandbox and node import: each is loaded once for many files of tests. None may
 * be one that Jest itself is built on.
 */
const LOADED_ONCE = [
  '@fastify/formbody',
  '@hubspot/api-client',
  'ajv',
  'ajv-formats',
  'axios',
  'cli-progress',
  'cli-table3',
  'csv-parse',
  'csv-stringify',
  'fast-check',
  'fastify',
  'flatted',
  'luxon',
  'n8n-core',
  'n8n-workflow',
  'nock',
  'prettier',
  'pure-rand',
  'reflect-metadata',
];

const shared = {
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/e2e/', '<rootDir>/.stryker-tmp/'],
  testEnvironment: '<rootDir>/test/environment/ownContext.js',
  testRunner: '<rootDir>/test/environment/testRunner.js',
  transform: {
    '^.+\\.ts$': '<rootDir>/test/environment/transpile.js',
    '/node_modules/.+\\.(js|cjs)$': '<rootDir>/test/environment/loadOnce.js',
  },
  transformIgnorePatterns: [`/node_modules/(?!(${LOADED_ONCE.join('|')})/)`],
  moduleNameMapper: {
    // Programs name the compiled file, because tsx would find the codex of the same name.
    '(/HubspotBatchUpsert\\.node)\\.js$': '<rootDir>/nodes/HubspotBatchUpsert$1.ts',
  },
};

/** Tests that load n8n's engine. */
const withEngine = { ...shared, setupFiles: ['<rootDir>/test/setup.ts'] };

/** Folders of tests that load none: `npm run test:unit`. */
const UNIT = [
  'associate',
  'bench',
  'contract',
  'decide',
  'delivery',
  'description',
  'existing',
  'http',
  'hubspot',
  'input',
  'join',
  'model',
  'output',
  'prepare',
  'rateLimit',
  'response',
  'values',
  'write',
];

/** What takes long and is not needed at every change: `npm run test:long`. */
const LONG = [
  'delivery/groupTestCosts',
  'demo/demo',
  'demo/rateLimit',
  'demo/realInput',
  'environment/isolation',
  'environment/projects',
  'fuzz/associatedCalmly',
  'fuzz/executions',
  'package/package',
  'package/releaseNotes',
  'live/program',
  'rateLimit/simulation/alone',
  'rateLimit/simulation/besideConsumers',
  'rateLimit/simulation/latecomer',
  'rateLimit/simulation/together',
  'sandbox/program',
  'scan/scan',
  'methods/ownDeadline',
  'scenarios/credential/quotedKeys',
  'scenarios/credential/secrets',
  'scenarios/credential/shortLivedTokens',
  'scenarios/output/manyItems',
  'scenarios/requests/ownDeadline',
  'scenarios/input/realInput',
];

const tests = (names) => names.map((name) => `<rootDir>/test/${name}.test.ts`);

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  testTimeout: 60_000,
  // Half a second, Jest's own, tells on a busy machine of processes that are only slow to end.
  workerGracefulExitTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: tests(UNIT.map((folder) => `${folder}/**/*`)),
      testPathIgnorePatterns: tests(LONG),
    },
    {
      ...withEngine,
      displayName: 'scenarios',
      testMatch: tests(['**/*']),
      testPathIgnorePatterns: [
        ...[...UNIT, 'e2e', 'fuzz'].map((folder) => `<rootDir>/test/${folder}/`),
        ...tests(LONG),
      ],
    },
    {
      ...withEngine,
      displayName: 'fuzz',
      testMatch: tests(['fuzz/**/*']),
      testPathIgnorePatterns: tests(LONG),
    },
    { ...withEngine, displayName: 'long', testMatch: tests(LONG) },
  ],
};
