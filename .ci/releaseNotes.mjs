import { readFileSync } from 'node:fs';

/**
 * Prints what CHANGELOG.md says of the version that a tag names, for the release on GitHub.
 *
 *   node .ci/releaseNotes.mjs v1.2.3
 *
 * Ends with 1, and says why, where the tag is not the version of package.json, or where the changelog
 * does not have that version with a date: such a tag is published by mistake.
 */
function main(tag) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  if (tag !== `v${version}`) {
    return stop(`The tag is ${tag}, but package.json has version ${version}`);
  }
  const section = readFileSync('CHANGELOG.md', 'utf8')
    .split(/^## /m)
    .find((text) => text.startsWith(`${version} `));
  if (section === undefined) return stop(`CHANGELOG.md has no "## ${version} - YYYY-MM-DD"`);
  const [heading, ...notes] = section.split('\n');
  if (!/^\S+ - \d{4}-\d{2}-\d{2}$/.test(heading)) {
    return stop(`CHANGELOG.md has "## ${heading}", which names no date such as 2026-11-27`);
  }
  const text = notes.join('\n').trim();
  if (text === '') return stop(`CHANGELOG.md says nothing of ${version}`);
  process.stdout.write(`${text}\n`);
}

function stop(reason) {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}

main(process.argv[2]);
