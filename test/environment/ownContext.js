'use strict';

const vm = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const { endNock } = require('./nock');
const { forgetStorages } = require('./storages');
const { keepOf, restore, stateOf } = require('./state');

/** Stands for the context of the process, for which Node has no object. */
const ownContext = {};

const { compileFunction } = vm;
const compiled = new Map();

/** Compiles a file once: called again, what comes of it makes a module of its own. */
vm.compileFunction = (code, parameters, options) => {
  if (options?.parsingContext !== ownContext) return compileFunction(code, parameters, options);
  const known = compiled.get(options.filename);
  if (known?.code === code) return known.run;
  const run = compileFunction(code, parameters, { ...options, parsingContext: undefined });
  compiled.set(options.filename, { code, run });
  return run;
};

// A worker that ends by itself takes its heap apart first, for which Jest waits half a second only.
if (process.send) process.once('beforeExit', () => process.exit());

/** What a file of tests is to leave behind: what was there before, and what packages have set. */
let state;

function load(path) {
  const loaded = require(path);
  // It begins to intercept when it is loaded.
  endNock();
  return loaded;
}

/** Loads a package by Node's own `require`, which knows what earlier files of tests have loaded. */
globalThis.requireOnce = (path) => {
  const loaded = require.cache[path];
  return loaded ? loaded.exports : keepOf(() => load(path), state);
};

/**
 * Runs tests in the context of the process, where packages are loaded once for many files of tests
 * (see jest.config.js): in Jest's own environment every file has a context of its own, for which the
 * 1,700 files of n8n's engine are loaded again. The files of this repository are loaded for every
 * file of tests here, too, and what a file changes on the process ends with it (see isolation.test.ts).
 */
module.exports = class OwnContext {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  context = ownContext;

  constructor({ projectConfig }) {
    state = stateOf();
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    this.context = null;
    endNock();
    restore(state);
    forgetStorages();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return this.context;
  }
};
