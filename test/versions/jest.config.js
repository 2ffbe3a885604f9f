'use strict';

const { join, resolve } = require('node:path');
const { projects, ...shared } = require('../../jest.config.js');

const ROOT = resolve(module.path, '../..');

/** Where `npm run test:versions` has installed an engine of n8n. */
const ENGINE = process.env.N8N_ENGINE ?? ROOT;

const ownVersion = (name) => join(ENGINE, 'node_modules', name);

/** Folders of tests that run the node in n8n's engine, or its description through n8n's own helpers. */
const WITH_ENGINE = ['description', 'methods', 'scenarios'];

/** @type {import('jest').Config} */
module.exports = {
  ...shared,
  rootDir: ROOT,
  projects: projects
    .filter(({ displayName }) => displayName === 'scenarios')
    .map((project) => ({
      ...project,
      rootDir: ROOT,
      testMatch: WITH_ENGINE.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
      testPathIgnorePatterns: project.testPathIgnorePatterns.filter(
        (path) => path !== '<rootDir>/test/description/',
      ),
      moduleNameMapper: {
        ...project.moduleNameMapper,
        '^n8n-core$': ownVersion('n8n-core'),
        '^n8n-workflow$': ownVersion('n8n-workflow'),
      },
    })),
};
