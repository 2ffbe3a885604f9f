'use strict';

const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: runTests } = require('jest-circus/runner');

/** Files of Jest that keep what one file of tests is about. */
const ABOUT_THE_TESTS =
  /[\\/]node_modules[\\/](jest-circus|expect|@jest[\\/]expect)[\\/]build[\\/]/;

const compiled = new Map();

/** Compiles a file of a package once, however often it is run. */
function compile(path) {
  if (!compiled.has(path)) {
    const parameters = ['exports', 'require', 'module', '__filename', '__dirname'];
    const run = compileFunction(readFileSync(path, 'utf8'), parameters, { filename: path });
    compiled.set(path, { run, requireFrom: createRequire(path) });
  }
  return compiled.get(path);
}

/** Gives a `require` that runs the files about the tests anew, and what else Jest needs only once. */
function freshRequire() {
  const modules = new Map();
  return function load(path) {
    if (!ABOUT_THE_TESTS.test(path)) return require(path);
    if (modules.has(path)) return modules.get(path).exports;
    const module = { exports: {} };
    modules.set(path, module);
    const { run, requireFrom } = compile(path);
    const ownRequire = (name) => load(requireFrom.resolve(name));
    ownRequire.resolve = requireFrom.resolve;
    run.call(module.exports, module.exports, ownRequire, module, path, dirname(path));
    return module.exports;
  };
}

/** Jest's own runner, save that it loads what else it needs once for many files of tests. */
module.exports = async (globalConfig, config, environment, runtime, ...more) => {
  runtime.requireInternalModule = freshRequire();
  return await runTests(globalConfig, config, environment, runtime, ...more);
};
