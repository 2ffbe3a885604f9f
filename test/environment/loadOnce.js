'use strict';

/** Turns a file of a package into one that takes what Node has loaded, however many files of tests ask. */
module.exports = {
  process: () => ({ code: 'module.exports = requireOnce(__filename);' }),
  getCacheKey: () => 'requireOnce',
};
