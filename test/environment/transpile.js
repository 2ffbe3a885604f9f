'use strict';

const { createHash } = require('node:crypto');
const { transformSync, version } = require('esbuild');
const { compilerOptions } = require('../../tsconfig.json');

const options = {
  format: 'cjs',
  loader: 'ts',
  platform: 'node',
  sourcemap: 'inline',
  sourcesContent: false,
  target: compilerOptions.target,
};

/** Whatever the result depends on besides the file. */
const MADE_BY = JSON.stringify([version, options]);

/** Turns TypeScript into what Node runs, each file by itself: types are for `npm run types` to check. */
module.exports = {
  process: (source, path) => ({
    code: transformSync(source, { ...options, sourcefile: path }).code,
  }),
  getCacheKey: (source, path, { instrument }) =>
    createHash('sha256').update([MADE_BY, instrument, path, source].join('\0')).digest('hex'),
};
