'use strict';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testTimeout: 60_000,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/e2e/', '<rootDir>/.stryker-tmp/'],
  setupFiles: ['<rootDir>/test/setup.ts'],
  testSequencer: '<rootDir>/test/simulationsFirst.js',
  transform: { '^.+\\.ts$': 'ts-jest' },
};
