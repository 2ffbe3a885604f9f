import { parseCommandLine, SCENARIOS } from '../../bench/commandLine';

it('runs everything and writes beside itself when nothing is said', () => {
  expect(parseCommandLine([])).toEqual({
    kind: 'run',
    isShort: false,
    isChecked: false,
    only: [...SCENARIOS],
    out: 'bench',
  });
});

it.each([[['--short']], [['--only', 'cost']]])('%p leaves the results of a whole run', (args) => {
  expect(parseCommandLine(args)).toMatchObject({ kind: 'run', out: 'reports/bench' });
});

it('refuses a scenario that does not exist', () => {
  expect(parseCommandLine(['--only', 'nothing'])).toMatchObject({
    kind: 'unusable',
    message: expect.stringContaining('alone, peers') as string,
  });
});
