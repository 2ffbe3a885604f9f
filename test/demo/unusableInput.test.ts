import { npmRunDemo, runDemo } from './command';
import { scratchFolder } from './scratchFolder';

const scratch = scratchFolder();
afterAll(scratch.remove);
jest.setTimeout(60_000);

const good = scratch.file('good.csv', 'invoice_line_key,name,Qty\n1,one,2\n2,two,3\n');
const empty = scratch.file('empty.csv', '');
const binary = scratch.file('binary.csv', Uint8Array.of(0x50, 0x4b, 0, 0, 0x0a));
const page = scratch.file('page.xls', '<html><table><tr><td>1</td></tr></table></html>');
const json = scratch.file('broken.json', '[{"a": 1},');
const preamble = scratch.file('preamble.csv', 'Export of today\n\na,b\n1,2\n3,4\n5,6\n');

describe('npm run demo with unusable input', () => {
  it.each([
    ['an unknown option', ['--nope'], "Unknown option '--nope'; see --help"],
    ['a missing file', ['--csv', 'nowhere.csv'], 'nowhere.csv: there is no such file'],
    ['a folder', ['--csv', scratch.folder], 'it is a folder'],
    ['an empty file', ['--csv', empty], 'it is empty'],
    ['a binary file', ['--csv', binary], 'it is a binary file'],
    ['a web page', ['--csv', page], 'it is a web page'],
    ['JSON that is cut off', ['--csv', json], 'it begins like JSON and is none'],
    ['a header further down', ['--csv', preamble], 'further down, --header-line 3?'],
    ['no such line', ['--csv', good, '--header-line', '9'], '--header-line 9: it has no such line'],
    ['a sheet of a text', ['--csv', good, '--sheet', 'A'], 'only XLSX and XLS have sheets'],
    ['an unknown format', ['--number-format', 'us'], 'choose one of automatic, point, comma'],
    ['an unknown order', ['--date-order', 'DMY'], 'choose one of refuse, dayFirst, monthFirst'],
    ['unknown numbers', ['--date-numbers', 'x'], 'choose one of milliseconds, spreadsheetDays'],
    ['an unknown zone', ['--time-zone', 'Berlin'], 'write a name such as Europe/Berlin'],
    [
      'bad rows that are written',
      ['--bad', '5', '--invalid-values', 'leaveOut'],
      'exclude each other',
    ],
    ['an unknown delimiter', ['--delimiter', 'x'], 'choose one of , ; | tab'],
    ['an unknown encoding', ['--encoding', 'klingon'], "--encoding 'klingon': choose one of"],
    ['an unknown policy', ['--duplicates', 'guess'], "--duplicates 'guess': choose one of"],
    ['an unknown operation', ['--operation', 'delete'], 'choose one of upsert, create, update'],
    ['a bad number', ['--bad', '5%'], "--bad '5%': write a number from 0 to 100"],
    ['a bad limit', ['--limit', '0'], "--limit '0': write a number from 1"],
    ['a bad latency', ['--latency', '800-300'], "--latency '800-300': write milliseconds"],
    ['a bad map', ['--map', 'Qty'], "--map 'Qty': write it as 'Column=value'"],
    ['two ids', ['--id', 'a', '--id-template', '{a}'], 'exclude each other'],
  ])('says so for %s', async (_, args, message) => {
    const { code, stderr, stdout } = await runDemo(...args);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([code, stdout]).toEqual([2, '']);
  });

  it.each([
    ['a file', good],
    ['a folder within a file', `${good}/errors`],
  ])('says so before the run when rows cannot be saved, because --out is %s', async (_, out) => {
    const { code, stderr, stdout } = await runDemo('--csv', good, '--out', out);
    expect(stderr).toMatch(new RegExp(`^--out '${out}': .*good.errors.csv cannot be saved, .+\n$`));
    expect([code, stdout]).toEqual([2, '']);
  });

  it('ends with exit code 2 as a process, too', async () => {
    const { code, stderr, stdout } = await npmRunDemo('--nope');
    expect([code, stdout, stderr]).toEqual([2, '', "Unknown option '--nope'; see --help\n"]);
  });

  it('says so when the file does not fit the account', async () => {
    const { code, stderr } = await runDemo('--csv', good, '--map', 'Quantity=quantity');
    expect(stderr).toBe(
      '--map: the file has no column "Quantity"; it has "invoice_line_key", "name", "Qty"\n',
    );
    expect(code).toBe(2);
  });

  it.each([
    ['products', 'HubSpot does not associate products with deals'],
    ['deals', '--deal links records of other types with deals'],
  ])('says so when %s are to be linked with deals', async (objectType, message) => {
    const { code, stderr } = await runDemo(
      ...['--csv', good, '--object-type', objectType, '--deal', 'Qty'],
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  it('explains itself on --help', async () => {
    const { code, stdout } = await runDemo('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('--id-template TEXT');
  });
});
