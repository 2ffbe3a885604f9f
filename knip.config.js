'use strict';

/**
 * `knip` asks of everything whether anybody imports it. `knip --production` asks it again of what is
 * published, where tests and tools are nobody: what the node does not import has to serve its own file.
 */
module.exports = ({ production }) => ({
  entry: ['nodes/*/*.node.ts!', 'credentials/*.ts!', 'index.js', 'gulpfile.js'],
  project: ['{nodes,credentials}/**/*.ts!', '{bench,sandbox,test}/**/*.{js,ts}', '*.{js,mjs}'],
  jest: { config: '**/jest.config.js' },
  // It comes with the n8n that the end-to-end tests install.
  ignoreDependencies: ['@e965/xlsx'],
  ignoreExportsUsedInFile: production,
  treatConfigHintsAsErrors: true,
});
