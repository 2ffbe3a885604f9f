'use strict';

const { readFile, writeFile } = require('node:fs/promises');
const { dest, parallel, src } = require('gulp');

/** What tsc leaves behind: icons and the codex, kept beside the code that names them. */
function copyAssets() {
  const files = ['nodes/**/*.svg', 'nodes/**/*.node.json', 'credentials/**/*.svg'];
  return src(files, { base: '.', encoding: false, allowEmpty: true }).pipe(dest('dist'));
}

/** The package is published without its top-level index.js, so dist gets one of its own. */
async function writeIndex() {
  const index = await readFile('index.js', 'utf8');
  await writeFile('dist/index.js', index.replaceAll("'./dist/", "'./"));
}

exports.assets = parallel(copyAssets, writeIndex);
