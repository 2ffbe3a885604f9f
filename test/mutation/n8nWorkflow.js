'use strict';

/**
 * What the steps and their tests need of n8n-workflow, from where it lies in the package: to load the
 * whole of it takes longer than most files of tests.
 */
module.exports = {
  ...require('@n8n/utils/sleep'),
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
