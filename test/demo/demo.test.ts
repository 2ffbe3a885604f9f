import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCsv } from '../../sandbox/demo/file/csv';
import { npmRunDemo, runDemo } from './command';
import { scratchFolder } from './scratchFolder';

const scratch = scratchFolder();
afterAll(scratch.remove);
jest.setTimeout(120_000);

const SAMPLE = 'examples/line-items.csv';
const parsed = (text: string) => parseCsv(text, { delimiter: ',', headerLine: 1 }).sheet;
const quick = ['--latency', '0', '--out', scratch.folder];

describe('npm run demo', () => {
  it('writes the sample and accounts for every row', async () => {
    const { code, stdout, stderr } = await npmRunDemo(...quick);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toMatch(/100 % \| 500 of 500 rows/);
    expect(stdout).toMatch(/Written +479 rows into 467 records/);
    expect(stdout).toMatch(/Not written +21 of 500 rows/);
    expect(stdout).toContain('INVALID_VALUE');
    expect(stdout).toContain('MISSING_ID');
    expect(stdout.match(/^Check +ok/gm)).toHaveLength(5);
    expect(stdout).not.toContain('\u001b');
  });

  it('saves the rows that failed so that they can be corrected and read again', async () => {
    const saved = join(scratch.folder, 'line-items.errors.csv');
    const source = parsed(readFileSync(SAMPLE, 'utf8'));
    const errors = parsed(await readFile(saved, 'utf8'));
    expect(errors.header.slice(-source.header.length)).toEqual(source.header);
    expect(errors.rows).toHaveLength(21);
    const rows = new Map(source.rows.map(({ line, cells }) => [String(line), cells]));
    for (const { cells } of errors.rows) {
      const [, , , line, ...own] = cells;
      expect(own).toEqual(rows.get(String(line)));
    }

    const withPrice = readFileSync(saved, 'utf8').replaceAll(',free,', ',2.50,');
    const corrected = scratch.file('corrected.csv', withPrice);
    const again = await runDemo('--csv', corrected, ...quick, '--date-order', 'dayFirst');
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/Written +2 rows/);
    expect(again.stdout).toMatch(/Not written +19 of 21 rows/);
    expect(again.stdout).toContain(
      '1 value of `invoice_date` makes no sense with --date-order dayFirst, but does with monthFirst',
    );
  });

  it('writes a file of semicolons, decimal commas and day-first dates by a map', async () => {
    const sheet = [
      '\uFEFFInvoice;Line;What;Unit price;Sold;Colour',
      '1;a;one;2,50;1/12/2010 8:26;red',
      '1;b;two;1.234,5;31/12/2010 18:00;',
      '1;b;two again;2;;blue',
    ];
    const csv = scratch.file('mapped.csv', sheet.join('\r\n'));
    const maps = ['What=name', 'Unit price=price', 'Sold=sold_at', 'Colour=colour'];
    const { code, stdout } = await runDemo(
      ...['--csv', csv, '--number-format', 'comma', '--date-order', 'dayFirst', ...quick],
      ...['--id-template', '{Invoice}/{Line}', '--id-property', 'shop_key'],
      ...maps.flatMap((map) => ['--map', map]),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('shop_key (string), sold_at (datetime), colour (string)');
    expect(stdout).toMatch(/Written +3 rows into 2 records/);
    expect(existsSync(join(scratch.folder, 'mapped.errors.csv'))).toBe(false);
  });

  it('writes every good row when others are made bad on purpose', async () => {
    const { code, stdout } = await runDemo(...quick, '--bad', '20', '--quiet');
    expect(code).toBe(0);
    expect(stdout).toContain('ok  all 100 rows made bad on purpose came out on Error');
    expect(stdout).not.toContain('INVALID_VALUE');
  });

  it.each([
    [[]],
    [['--bad', '20']],
    [['--duplicates', 'sequence']],
    [['--duplicates', 'keepLast']],
  ])(
    'links the rows with the deals that a column names, but for those of the one that is missing: %j',
    async (more: string[]) => {
      const { code, stdout } = await runDemo(...quick, '--deal', 'invoice_number', ...more);
      expect(code).toBe(0);
      expect(stdout).toMatch(/Deals made for the keys in invoice_number: 147; 20414 is left out/);
      expect(stdout).toMatch(/ +3 .* RECORD_NOT_FOUND .* deal_key .* 20414 /);
      expect(stdout).toMatch(/Check +ok {2}every row on Success is linked/);
      const [, written] = /Written +(\d+) rows/.exec(stdout) ?? [];
      const [, linked] = /Linked +(\d+) rows: \d+ records with \d+ deals/.exec(stdout) ?? [];
      if (!more.includes('keepLast')) expect(linked).toBe(written);
    },
  );

  it('shows in a dry run what would change, and that nothing was written', async () => {
    const { code, stdout } = await runDemo(...quick, '--dry-run', '--deal', 'invoice_number');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Dry run +nothing was written$/m);
    expect(stdout).toMatch(/Would write +235 rows would create a record, 241 would update one/);
    expect(stdout).toMatch(/Would change +line 2, quantity: "7" -> "6"/);
    expect(stdout).toMatch(/Would fail +24 of 500 rows/);
    expect(stdout).toMatch(/Check +ok {2}nothing was written: 232 records are as before/);
    expect(stdout).toMatch(/Check +ok {2}every row .* would become .*: 241 wouldUpdate, 235 would/);
    expect(stdout).toMatch(/Check +ok {2}every row on Success says which deals/);
    expect(stdout).toMatch(/^To write it +the same command without --dry-run$/m);
  });

  it('says in a dry run how many records are left as they are', async () => {
    const { code, stdout } = await runDemo(
      ...quick,
      '--dry-run',
      '--operation',
      'create',
      '--quiet',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/0 would update one, 237 skipped because HubSpot has their records/);
    expect(stdout).not.toContain('Would change');
  });

  it.each([
    ['create', '242 created, 0 updated', '237 skipped because HubSpot has their records'],
    ['update', '0 created, 237 updated', '242 skipped because HubSpot lacks their records'],
  ])('writes no other records than %s may', async (operation, written, left) => {
    const { code, stdout } = await runDemo(...quick, '--operation', operation);
    expect(code).toBe(0);
    expect(stdout).toContain(`(rows: ${written})`);
    expect(stdout).toMatch(/Records put there before, .*: 234/);
    expect(stdout).toMatch(new RegExp(`Left alone +${left}`));
    expect(stdout.match(/^Check +ok/gm)).toHaveLength(5);
  });

  it('writes nothing once more where nothing differs', async () => {
    const { code, stdout } = await runDemo(...quick, '--skip-unchanged');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Written +479 rows into 467 records/);
    expect(stdout).toMatch(
      /Once more +479 rows unchanged, 0 written; 6 requests, 0 of them writes/,
    );
    expect(stdout.match(/^Check +ok {2}once more/gm)).toHaveLength(5);
  });

  it.each([
    ['--dry-run', 'merge'],
    ['--skip-unchanged', 'sequence'],
    ['--operation=update', 'reject'],
    ['--operation=create', 'keepLast'],
  ])('its checks hold where rows are bad on purpose: %s, %s', async (choice, duplicates) => {
    const bad = ['--bad', '20', '--duplicates', duplicates, '--quiet'];
    const { code, stdout } = await runDemo(...quick, choice, ...bad);
    expect(code).toBe(0);
    expect(stdout).toMatch(/rows made bad on purpose came out on Error/);
    expect(stdout).not.toContain('NOT SO');
  });

  it('has nothing to do for a file without rows', async () => {
    const csv = scratch.file('rows.csv', 'invoice_line_key,name\n');
    const { code, stdout } = await runDemo('--csv', csv);
    expect([code, stdout]).toEqual([0, `${csv} has no rows: nothing to write.\n`]);
  });
});
