'use strict';

const config = require('../../jest.config.js');

/** The steps of the pipeline by their own tests: no engine, no server, no waiting. */
module.exports = {
  ...config,
  rootDir: '../..',
  testMatch: [
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
  ].map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
  // Stryker runs inside the folder that the others pass over.
  modulePathIgnorePatterns: [],
  // Half of each mutant's time went into checking types, which the mutant does not change.
  transform: { '^.+\\.ts$': ['ts-jest', { transpilation: true }] },
  // The simulations take as long as all others together, and look at what comes of many decisions.
  testPathIgnorePatterns: [...config.testPathIgnorePatterns, '/test/rateLimit/simulation/'],
  setupFiles: [],
  roots: ['<rootDir>/nodes', '<rootDir>/test'],
  moduleNameMapper: { '^n8n-workflow$': '<rootDir>/test/mutation/n8nWorkflow.js' },
};
