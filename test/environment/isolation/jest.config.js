'use strict';

const [unit] = require('../../../jest.config.js').projects;

/** Two files of tests that leave behind whatever a file can, one after the other in one process. */
module.exports = {
  ...unit,
  rootDir: '../../..',
  testMatch: ['<rootDir>/test/environment/isolation/{one,other}.ts'],
};
