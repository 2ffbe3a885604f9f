'use strict';

const vm = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** Stands for the context of the process, for which Node has no object. */
const ownContext = {};

const { compileFunction } = vm;
vm.compileFunction = (code, parameters, options) =>
  compileFunction(
    code,
    parameters,
    options?.parsingContext === ownContext ? { ...options, parsingContext: undefined } : options,
  );

// Node's own `require`, where tests have one of Jest's that knows nothing of earlier files of tests.
globalThis.requireOnce = require;

/**
 * Runs tests in the context of the process, so that n8n's packages need to be loaded once only: in
 * Jest's own environment every file of tests has a context of its own, for which the 1,700 files of
 * the engine are loaded again. The files of this repository are loaded for every file of tests here, too.
 */
module.exports = class SharedContext {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  context = ownContext;

  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    this.console = globalThis.console;
    this.exit = process.exit;
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    this.context = null;
    globalThis.console = this.console;
    process.exit = this.exit;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return this.context;
  }
};
