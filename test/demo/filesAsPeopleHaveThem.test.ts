import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { runDemo } from './command';
import { scratchFolder } from './scratchFolder';
import { spreadsheet } from './spreadsheet';

const scratch = scratchFolder();
afterAll(scratch.remove);
jest.setTimeout(120_000);

const run = (file: string, ...more: string[]) =>
  runDemo('--csv', file, '--latency', '0', '--out', scratch.folder, ...more);

const contacts = [
  ['Email', 'First Name', 'Customer since', 'Newsletter', 'Annual Revenue', 'Contact owner'],
  ['ada@example.com', 'Ada', { day: 43616 }, 'Yes', '1.234,50', 'ada.byron@example.com'],
  ['jo@example.com', 'Jo', { day: 45356 }, 'No', 12.5, 'Jo.Smith@example.com'],
  ['', 'Nobody', { day: 45356 }, 'Yes', 1, ''],
];

describe('npm run demo takes files as people have them', () => {
  it.each(['xlsx', 'biff8'] as const)('an export of contacts as %s', async (bookType) => {
    const bytes = spreadsheet({ Contacts: contacts }, bookType);
    const file = scratch.file(`contacts-${bookType}.data`, bytes);
    const { code, stdout } = await run(
      ...[file, '--object-type', 'contacts', '--date-numbers', 'spreadsheetDays'],
    );
    expect(stdout).toMatch(/Written +2 rows into 2 records/);
    expect(stdout).toContain('First Name is firstname, Customer since is customer_since');
    expect(stdout.match(/^Check +ok/gm)).toHaveLength(5);
    expect(code).toBe(0);

    const extension = bookType === 'xlsx' ? 'xlsx' : 'xls';
    const saved = readFileSync(join(scratch.folder, `contacts-${bookType}.errors.${extension}`));
    const [row] = utils.sheet_to_json<Record<string, unknown>>(read(saved).Sheets.Contacts!);
    expect(row).toMatchObject({
      ...{ hubspotError_property: 'email', hubspotError_line: 4 },
      ...{ 'First Name': 'Nobody', 'Customer since': 45356 },
    });
  });

  it('JSON, with values as they are', async () => {
    const rows = [
      { invoice_line_key: 'a', price: 2.5, is_return: true, Labels: ['Gift', 'fragile'] },
      { invoice_line_key: 'b', price: 'free', is_return: null },
    ];
    const file = scratch.file('lines.json', JSON.stringify({ total: 2, results: rows }));
    const { code, stdout } = await run(file);
    expect(stdout).toMatch(/Written +1 rows into 1 records/);
    expect(stdout).toMatch(/e\.g\. entry.*\n.*\n│ +1 │ INVALID_VALUE │ price .* 2 │ free/);
    expect(stdout.match(/^Check +ok/gm)).toHaveLength(5);
    expect(code).toBe(0);
    const saved = readFileSync(join(scratch.folder, 'lines.errors.json'), 'utf8');
    expect(JSON.parse(saved)).toMatchObject([{ invoice_line_key: 'b', price: 'free' }]);
  });

  it.each([
    ['little', (bytes: Buffer) => bytes],
    ['big', (bytes: Buffer) => bytes.swap16()],
  ])('UTF-16 with a byte order mark, %s end first', async (name, order) => {
    const text = '\uFEFFinvoice_line_key\tname\tprice\r\n1\tKühler\t2,55\r\n';
    const file = scratch.file(`utf16-${name}.txt`, order(Buffer.from(text, 'utf16le')));
    const { code, stdout } = await run(file);
    expect(stdout).toMatch(/Written +1 rows into 1 records/);
    expect(code).toBe(0);
  });

  it('lines that are too short or too long, which are saved as they stand', async () => {
    const lines = ['invoice_line_key,name,price', '1,one,2', '2,two', '3,three,, 4', '4,four,5'];
    const file = scratch.file('ragged.csv', lines.join('\r'));
    const { code, stdout } = await run(file);
    expect(stdout).toContain('2 lines have not the 3 fields of the header, the first is line 3');
    expect(stdout).toMatch(/Written +2 rows into 2 records/);
    expect(stdout).toMatch(/Not written +2 of 4 rows/);
    expect(stdout).toContain('UNREADABLE_LINE');
    expect(code).toBe(0);
    const saved = readFileSync(join(scratch.folder, 'ragged.errors.csv'), 'utf8').split('\r');
    expect(saved.slice(1, 3)).toEqual([
      '"the header has 3 columns, this line has 2 fields",,,3,2,two',
      '"the header has 3 columns, this line has 4 fields",,,4,3,three,, 4',
    ]);
  });

  it('a header further down', async () => {
    const lines = ['Lines of today', '', 'invoice_line_key;Unit price', '1;2,50', ';3'];
    const file = scratch.file('report.csv', lines.join('\n'));
    const { code, stdout } = await run(file, '--header-line', '3');
    expect(stdout).toMatch(/Written +1 rows into 1 records/);
    expect(code).toBe(0);

    const saved = join(scratch.folder, 'report.errors.csv');
    expect(readFileSync(saved, 'utf8')).toMatch(/^Lines of today\n\nhubspotError_message;/);
    const again = await run(saved, '--header-line', '3');
    expect(again.stdout).toMatch(/Not written +1 of 1 rows/);
  });

  it('dates and numbers that need a choice, which it proposes and then takes', async () => {
    const lines = [
      'invoice_line_key;Unit price;Invoice date',
      '1;1,500;3/4/2024',
      '2;1,5;2/24/2024',
    ];
    const file = scratch.file('choices.csv', lines.join('\n'));
    const refused = await run(file);
    expect(refused.stdout).toMatch(/Written +0 rows/);
    expect(refused.stdout).toContain(
      'Undecided      2 values of `invoice_date` need a choice: --date-order monthFirst or dayFirst (1 of them only makes sense month first)',
    );
    expect(refused.stdout).toContain(
      'Undecided      1 value of `price` needs a choice: --number-format point or comma',
    );
    const choices = ['--date-order', 'monthFirst', '--number-format', 'comma'];
    const taken = await run(file, ...choices);
    expect(taken.stdout).toMatch(/Written +2 rows into 2 records/);
    expect(taken.stdout).not.toContain('Undecided');
    expect([refused.code, taken.code]).toEqual([0, 0]);
  });

  it('times without a zone, and values that are left out', async () => {
    const lines = ['invoice_line_key,invoiced_at,price', '1,2024-07-01 10:00,free', '2,,3'];
    const file = scratch.file('times.csv', lines.join('\n'));
    const { code, stdout } = await run(
      ...[file, '--time-zone', 'Europe/Berlin', '--invalid-values', 'leaveOut'],
    );
    expect(stdout).toMatch(/Written +2 rows into 2 records/);
    expect(stdout).toContain('1 value was left out');
    expect(stdout.match(/^Check +ok/gm)).toHaveLength(5);
    expect(code).toBe(0);
  });
});
