import { readFileSync } from 'node:fs';
import { parseCsv } from '../../../sandbox/demo/file/csv';
import { readTable, type FileForm } from '../../../sandbox/demo/file/readFile';
import { scratchFolder } from '../scratchFolder';

const scratch = scratchFolder();
afterAll(scratch.remove);

const form: FileForm = {
  ...{ delimiter: undefined, encoding: 'utf-8', headerLine: 1, sheetName: undefined },
};
const read = (content: string | Uint8Array, more: Partial<FileForm> = {}) =>
  readTable(scratch.file('table.csv', content), { ...form, ...more });
const parsed = (text: string, headerLine = 1) =>
  parseCsv(text, { delimiter: undefined, headerLine }).sheet;
const cellsOf = (text: string) => parsed(text).rows.map(({ cells }) => cells);

describe('reading a CSV file', () => {
  it('takes a byte order mark, CRLF and quoted fields as they are meant', async () => {
    const { sheet } = await read(
      '\uFEFFkey,name\r\n1,"a ""b"", c"\r\n2,"two\r\nlines"\r\n3,5" tube\r\n',
    );
    expect(sheet.header).toEqual(['key', 'name']);
    expect(sheet.rows).toEqual([
      { line: 2, cells: ['1', 'a "b", c'] },
      { line: 4, cells: ['2', 'two\r\nlines'] },
      { line: 5, cells: ['3', '5" tube'] },
    ]);
  });

  it('counts lines that end in CR, as an old Mac writes them', () => {
    expect(parsed('a,b\r1,"x\ny"\r\r2,z\r').rows).toEqual([
      { line: 3, cells: ['1', 'x\ny'] },
      { line: 5, cells: ['2', 'z'] },
    ]);
  });

  it('takes lines that another program added to a file of Windows', () => {
    expect(cellsOf('a,b\r\n1,2\n3,4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('keeps spaces and empty cells, and leaves out rows of nothing', () => {
    expect(cellsOf('a,b\n x ,\n\n,\n,y\n')).toEqual([
      [' x ', ''],
      ['', 'y'],
    ]);
  });

  it('reads a file without rows', () => {
    expect(parsed('a,b\n').rows).toEqual([]);
  });

  it.each([
    ['semicolons', 'key;price, EUR\n1;2,50\n2;3,50\n', ['key', 'price, EUR']],
    ['tabs', 'key\tname\n1\ta, b\n', ['key', 'name']],
    ['bars', 'key|name\n1|a;b\n', ['key', 'name']],
    ['one column', 'key\n1\n2\n', ['key']],
    ["Excel's own word", 'sep=|\r\na,b|c,d\r\n1|2\r\n', ['a,b', 'c,d']],
  ])('finds out that it is separated by %s', (_, text, header) => {
    expect(parsed(text).header).toEqual(header);
  });

  it.each([
    ['windows-1252', Buffer.from('key;name\n1;Caf\xe9 \x80\n', 'latin1'), ['1', 'Café €']],
    ['utf-8', Buffer.from('\uFEFFkey;name\r\n1;京\r\n', 'utf16le'), ['1', '京']],
    ['utf-8', Buffer.from('\uFEFFkey;name\r\n1;京\r\n', 'utf16le').swap16(), ['1', '京']],
  ])('reads another encoding, where --encoding is %s', async (encoding, content, cells) => {
    const { sheet } = await read(content, { encoding });
    expect(sheet.rows[0]?.cells).toEqual(cells);
  });

  it('takes the header from further down', () => {
    const text = 'Report "of\ntoday\n\nkey,name\n1,a\n';
    expect(parsed(text, 4)).toMatchObject({
      ...{ header: ['key', 'name'], rows: [{ line: 5, cells: ['1', 'a'] }] },
    });
  });

  it('sets lines aside that are too short or too long, with their numbers', () => {
    const { rows, ragged } = parsed('a,b\n1,2\n3\n4,5,6\n7,8,\n9,0\n1,1\n');
    expect(rows.map(({ line }) => line)).toEqual([2, 5, 6, 7]);
    expect(ragged).toEqual([
      { line: 3, cells: ['3'], reason: 'the header has 2 columns, this line has 1 field' },
      {
        line: 4,
        cells: ['4', '5', '6'],
        reason: 'the header has 2 columns, this line has 3 fields',
      },
    ]);
  });

  it('leaves columns out that have neither a name nor values, and numbers those that have', () => {
    expect(parsed('a,b,,\n1,2,,\n').header).toEqual(['a', 'b']);
    expect(parsed('a,b,,\n1,2,x,\n')).toMatchObject({
      ...{ header: ['a', 'b', '(column 3)'], rows: [{ line: 2, cells: ['1', '2', 'x'] }] },
    });
  });

  it.each([
    ['an empty file', '', 'it is empty'],
    ['blank lines', '\n \n', 'it is empty'],
    ['a binary file', 'a\0\0,\n', 'it is a binary file'],
    ['an unclosed quote', 'a,b\n1,"2\n', 'Quote Not Closed'],
    ['columns without names', 'a,,\n1,2,3\n', '2 of 3 columns have no name on line 1'],
    ['a column named twice', 'a,b,a\n1,2,3\n', 'names "a" twice'],
    [
      'a header that is none',
      'Report\na,b\n1,2\n3,4\n',
      'line 1, which should name the columns, has 1 field separated by ,, and most lines have 2: does the header stand further down, --header-line 2?',
    ],
  ])('refuses %s', async (_, content, reason) => {
    await expect(read(content)).rejects.toThrow('table.csv: ');
    await expect(read(content)).rejects.toThrow(reason);
  });

  it('refuses what is no text of the encoding', async () => {
    await expect(read(Uint8Array.of(0x61, 0xe9, 0x0a))).rejects.toThrow(
      'no utf-8 text: name its encoding with --encoding, often windows-1252',
    );
  });

  it('refuses a missing file and a folder', async () => {
    await expect(readTable('/nowhere.csv', form)).rejects.toThrow('there is no such file');
    await expect(readTable(scratch.folder, form)).rejects.toThrow('it is a folder');
  });
});

describe('saving the rows of a CSV file', () => {
  it.each([
    ['utf-8', Buffer.from('\uFEFFkey;name\r\n1;"żó;ł 京"\r\n')],
    ['utf-16le', Buffer.from('\uFEFFkey;name\r\n1;"żó;ł 京"\r\n', 'utf16le')],
    ['utf-16be', Buffer.from('\uFEFFkey;name\r\n1;"żó;ł 京"\r\n', 'utf16le').swap16()],
    ['windows-1252', Buffer.from('key;name\r1;"Caf\xe9; \x80"\r', 'latin1')],
    ['preamble', Buffer.from('Report\n\nkey;name\n1;"a;b"\n')],
  ])('gives back the bytes that were read: %s', async (name, content) => {
    const { sheet, save } = await read(content, {
      encoding: name.startsWith('windows') ? name : 'utf-8',
      headerLine: name === 'preamble' ? 3 : 1,
    });
    const copy = `${scratch.folder}/new/copy.csv`;
    await save(copy, [sheet.header, ...sheet.rows.map(({ cells }) => cells)]);
    expect(readFileSync(copy)).toEqual(content);
  });
});
