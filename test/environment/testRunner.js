'use strict';

const { default: runTests } = require('jest-circus/runner');

/** Files of Jest that keep what one file of tests is about. */
const ABOUT_THE_TESTS =
  /[\\/]node_modules[\\/](jest-circus|expect|@jest[\\/]expect)[\\/]build[\\/]/;

/** Jest's own runner, save that it loads what else it needs once for many files of tests. */
module.exports = async (globalConfig, config, environment, runtime, ...more) => {
  runtime.requireInternalModule = (path) => {
    for (const key of Object.keys(require.cache))
      if (ABOUT_THE_TESTS.test(key)) delete require.cache[key];
    return require(path);
  };
  return await runTests(globalConfig, config, environment, runtime, ...more);
};
