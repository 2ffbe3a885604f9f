'use strict';

const { createRequire } = require('node:module');

/** Finds what n8n-workflow depends on, wherever it was installed. */
const ofN8n = createRequire(require.resolve('n8n-workflow'));

/**
 * What the steps and their tests need of n8n-workflow, from where it lies in the package: to load the
 * whole of it takes longer than most files of tests.
 */
module.exports = {
  sleep: ofN8n('@n8n/utils/sleep').sleep,
  get NodeApiError() {
    return require('n8n-workflow/dist/cjs/errors/node-api.error.js').NodeApiError;
  },
  get NodeOperationError() {
    return require('n8n-workflow/dist/cjs/errors/node-operation.error.js').NodeOperationError;
  },
  get UserError() {
    return require('n8n-workflow/dist/cjs/errors/base/user.error.js').UserError;
  },
};
