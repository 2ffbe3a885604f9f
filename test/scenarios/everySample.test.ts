import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES_DIR } from '../support/samples';

const itWhereGiven = SAMPLES_DIR === undefined ? it.skip : it;

/** The texts of all scenarios but this one. */
function scenarios(): string[] {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.test.ts') && !__filename.endsWith(file))
    .map((file) => readFileSync(join(__dirname, file), 'utf8'));
}

itWhereGiven('every answer of HubSpot that is at hand has a scenario', () => {
  const texts = scenarios();
  const samples = readdirSync(SAMPLES_DIR ?? '').filter((file) => file.endsWith('.json'));
  expect(samples).not.toEqual([]);
  expect(samples.filter((file) => !texts.some((text) => text.includes(`'${file}'`)))).toEqual([]);
});
