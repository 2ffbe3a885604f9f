'use strict';

const { AsyncLocalStorage } = require('node:async_hooks');

/** Those that the tests of the process have used and that are still in use. */
const used = new Set();
for (const method of ['run', 'enterWith']) {
  const original = AsyncLocalStorage.prototype[method];
  AsyncLocalStorage.prototype[method] = function (...values) {
    used.add(this);
    return original.apply(this, values);
  };
}

/**
 * Leaves no AsyncLocalStorage in use: Jest makes one for each file of tests, and with every promise
 * Node 20 walks over all that were ever used in the process.
 */
function forgetStorages() {
  for (const storage of used) storage.disable();
  used.clear();
}

module.exports = { forgetStorages };
