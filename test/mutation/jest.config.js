'use strict';

const [unit] = require('../../jest.config.js').projects;

/** The unit tests of what the node publishes: no engine, no server, no waiting. */
module.exports = {
  ...unit,
  rootDir: '../..',
  testEnvironment: 'node',
  testRunner: 'jest-circus/runner',
  transformIgnorePatterns: ['/node_modules/'],
  // Stryker runs inside the folder that the others pass over.
  modulePathIgnorePatterns: [],
  testPathIgnorePatterns: ['<rootDir>/test/rateLimit/simulation/', '<rootDir>/test/bench/'],
  roots: ['<rootDir>/nodes', '<rootDir>/test'],
  moduleNameMapper: { '^n8n-workflow$': '<rootDir>/test/mutation/n8nWorkflow.js' },
};
