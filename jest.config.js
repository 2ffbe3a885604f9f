'use strict';

const shared = {
  testEnvironment: '<rootDir>/test/environment.js',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/e2e/', '<rootDir>/.stryker-tmp/'],
  transform: { '^.+\\.ts$': 'ts-jest' },
  // Programs name the compiled file, because tsx would find the codex of the same name.
  moduleNameMapper: {
    '(/HubspotBatchUpsert\\.node)\\.js$': '<rootDir>/nodes/HubspotBatchUpsert$1.ts',
  },
};

/** Tests that load n8n's engine. */
const withEngine = { ...shared, setupFiles: ['<rootDir>/test/setup.ts'] };

/** Folders of tests that load none. */
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

/** What takes long and is not needed at every change. */
const LONG = ['demo/realInput', 'package/package', 'scenarios/manyItems', 'scenarios/realInput'];

const tests = (names) => names.map((name) => `<rootDir>/test/${name}.test.ts`);

/** @type {import('jest').Config} */
module.exports = {
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: tests(UNIT.map((folder) => `${folder}/**/*`)),
      testPathIgnorePatterns: ['<rootDir>/test/rateLimit/simulation/'],
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
    { ...shared, displayName: 'simulation', testMatch: tests(['rateLimit/simulation/*']) },
    { ...withEngine, displayName: 'long', testMatch: tests(LONG) },
  ],
};
