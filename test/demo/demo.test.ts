import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSheet } from '../../sandbox/demo/csvFile';
import { npmRunDemo, runDemo } from './command';
import { scratchFolder } from './scratchFolder';

const scratch = scratchFolder();
afterAll(scratch.remove);
jest.setTimeout(120_000);

const SAMPLE = 'examples/line-items.csv';
const quick = ['--latency', '0', '--out', scratch.folder];

describe('npm run demo', () => {
  it('writes the sample and accounts for every row', async () => {
    const { code, stdout, stderr } = await npmRunDemo(...quick);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toMatch(/100 % \| 500 of 500 rows/);
    expect(stdout).toMatch(/Written +469 rows into 457 records/);
    expect(stdout).toMatch(/Not written +31 of 500 rows/);
    expect(stdout).toContain('INVALID_VALUE');
    expect(stdout).toContain('MISSING_ID');
    expect(stdout.match(/^Check +ok/gm)).toHaveLength(4);
    expect(stdout).not.toContain('\u001b');
  });

  it('saves the rows that failed so that they can be corrected and read again', async () => {
    const saved = join(scratch.folder, 'line-items.errors.csv');
    const source = parseSheet(readFileSync(SAMPLE, 'utf8'), ',');
    const errors = parseSheet(await readFile(saved, 'utf8'), ',');
    expect(errors.header.slice(0, source.header.length)).toEqual(source.header);
    expect(errors.rows).toHaveLength(31);
    const rows = new Set(source.rows.map(({ cells }) => JSON.stringify(cells)));
    for (const { cells } of errors.rows) {
      expect(rows).toContain(JSON.stringify(cells.slice(0, source.header.length)));
    }

    const withPoints = readFileSync(saved, 'utf8').replaceAll(
      /(?<!")"(\d+),(\d\d)"(?!")/g,
      '$1.$2',
    );
    const corrected = scratch.file('corrected.csv', withPoints);
    const again = await runDemo('--csv', corrected, ...quick);
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/Written +6 rows/);
    expect(again.stdout).toMatch(/Not written +25 of 31 rows/);
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
      ...['--csv', csv, '--delimiter', ';', '--decimal-comma', ...quick],
      ...['--id-template', '{Invoice}/{Line}', '--id-property', 'shop_key'],
      ...['--date', 'Sold=D/M/YYYY H:mm', ...maps.flatMap((map) => ['--map', map])],
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

  it('has nothing to do for a file without rows', async () => {
    const csv = scratch.file('rows.csv', 'invoice_line_key,name\n');
    const { code, stdout } = await runDemo('--csv', csv);
    expect([code, stdout]).toEqual([0, `${csv} has a header and no rows: nothing to write.\n`]);
  });
});
