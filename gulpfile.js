'use strict';

const { cp, readFile, writeFile } = require('node:fs/promises');
const { dest, parallel, src } = require('gulp');

/** What tsc leaves behind: icons and the codex, kept beside the code that names them. */
function copyAssets() {
  const files = ['nodes/**/*.svg', 'nodes/**/*.node.json', 'credentials/**/*.svg'];
  return src(files, { base: '.', encoding: false, allowEmpty: true }).pipe(dest('dist'));
}

const SCHEMA = 'nodes/HubspotBatchUpsert/__schema__/v1.0.0';

/** What an item looks like, for the editor before the first run. n8n asks by the operation; all have the same. */
async function copySchema() {
  const copies = ['', '/upsert', '/create', '/update'].map((operation) =>
    cp(`${SCHEMA}.json`, `dist/${SCHEMA}${operation}.json`),
  );
  await Promise.all(copies);
}

/** The package is published without its top-level index.js, so dist gets one of its own. */
async function writeIndex() {
  const index = await readFile('index.js', 'utf8');
  await writeFile('dist/index.js', index.replaceAll("'./dist/", "'./"));
}

exports.assets = parallel(copyAssets, copySchema, writeIndex);
