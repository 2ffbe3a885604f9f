'use strict';

const config = require('../../jest.config.js');

/** The pure steps of the pipeline by their own tests: no engine, no server, no waiting. */
module.exports = {
  ...config,
  rootDir: '../..',
  testMatch: ['values', 'records', 'outcome', 'send', 'hubspot', 'output', 'pace'].map(
    (folder) => `<rootDir>/test/${folder}/**/*.test.ts`,
  ),
  // Stryker runs inside the folder that the others pass over.
  modulePathIgnorePatterns: [],
  setupFiles: [],
};
