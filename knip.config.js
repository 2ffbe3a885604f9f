'use strict';

/**
 * `knip` finds what no file of the repository imports. `knip --production` looks at what is published
 * without tests and tools: an export that only they import has to be used in its own file too.
 */
module.exports = ({ production }) => ({
  entry: [
    'nodes/*/*.node.ts!',
    'credentials/*.ts!',
    'index.js',
    'gulpfile.js',
    'test/environment/testRunner.js',
    'test/environment/isolation/*.ts',
  ],
  project: ['{nodes,credentials}/**/*.ts!', '{bench,live,sandbox,test}/**/*.{js,ts}', '*.{js,mjs}'],
  jest: { config: '**/jest.config.js' },
  ignoreExportsUsedInFile: production,
  treatConfigHintsAsErrors: true,
});
