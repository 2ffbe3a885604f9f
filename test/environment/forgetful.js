'use strict';

const { AsyncLocalStorage } = require('node:async_hooks');
const { TestEnvironment } = require('jest-environment-node');

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
 * Node's own environment, which leaves no AsyncLocalStorage behind: Jest makes one for each file of
 * tests, and with every promise Node 20 walks over all that were ever used in the process.
 */
module.exports = class Environment extends TestEnvironment {
  async teardown() {
    await super.teardown();
    for (const storage of used) storage.disable();
    used.clear();
  }
};
