'use strict';

const shared = {
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/e2e/', '<rootDir>/.stryker-tmp/'],
  transform: { '^.+\\.ts$': ['ts-jest', { transpilation: true }] },
  moduleNameMapper: {
    // Programs name the compiled file, because tsx would find the codex of the same name.
    '(/HubspotBatchUpsert\\.node)\\.js$': '<rootDir>/nodes/HubspotBatchUpsert$1.ts',
  },
};

/** Tests that load n8n's engine. */
const withEngine = {
  ...shared,
  setupFiles: ['<rootDir>/test/setup.ts'],
  testEnvironment: '<rootDir>/test/environment/forgetful.js',
};

/** Folders of tests that load none: `npm run test:unit`. */
const UNIT = [
  'bench',
  'delivery',
  'http',
  'hubspot',
  'input',
  'model',
  'output',
  'prepare',
  'rateLimit',
  'response',
  'values',
];

/** What takes long and is not needed at every change: `npm run test:long`. */
const LONG = [
  'delivery/groupTestCosts',
  'demo/demo',
  'demo/rateLimit',
  'demo/realInput',
  'environment/projects',
  'package/package',
  'rateLimit/simulation/simulation',
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
    { ...withEngine, displayName: 'fuzz', testMatch: tests(['fuzz/**/*']) },
    { ...withEngine, displayName: 'long', testMatch: tests(LONG) },
  ],
};
