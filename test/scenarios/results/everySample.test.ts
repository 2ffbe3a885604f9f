import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANSWERS_DIR, SAMPLES_DIR } from '../../support/samples';

const SCENARIOS = join(__dirname, '..');

/** The texts of all scenarios but this one. */
function scenarios(): string[] {
  const files = readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.test.ts') && !__filename.endsWith(file))
    .map((file) => readFileSync(join(SCENARIOS, file), 'utf8'));
}

describe.each([
  ['samples', SAMPLES_DIR],
  ['answers', ANSWERS_DIR],
])('of the folder of %s', (_, folder) => {
  const itWhereGiven = folder === undefined ? it.skip : it;

  itWhereGiven('every answer of HubSpot has a scenario', () => {
    const texts = scenarios();
    const files = readdirSync(folder ?? '').filter((file) => file.endsWith('.json'));
    expect(files).not.toEqual([]);
    expect(files.filter((file) => !texts.some((text) => text.includes(`'${file}'`)))).toEqual([]);
  });
});
