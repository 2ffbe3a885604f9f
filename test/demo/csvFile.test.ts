import { readFileSync } from 'node:fs';
import { parseSheet, readCsv, writeCsv } from '../../sandbox/demo/csvFile';
import { scratchFolder } from './scratchFolder';

const scratch = scratchFolder();
afterAll(scratch.remove);

const comma = { delimiter: ',', encoding: 'utf-8' };

describe('reading a CSV file', () => {
  it('takes a byte order mark, CRLF and quoted fields as they are meant', async () => {
    const path = scratch.file(
      'bom.csv',
      '\uFEFFkey,name\r\n1,"a ""b"", c"\r\n2,"two\r\nlines"\r\n',
    );
    const { sheet, dialect } = await readCsv(path, comma);
    expect(sheet.header).toEqual(['key', 'name']);
    expect(sheet.rows).toEqual([
      { line: 2, cells: ['1', 'a "b", c'] },
      { line: 4, cells: ['2', 'two\r\nlines'] },
    ]);
    expect(dialect).toEqual({ ...comma, bom: true, newline: '\r\n' });
  });

  it('keeps spaces, empty cells and empty lines out of the way', () => {
    expect(parseSheet('a,b\n x ,\n\n,y\n', ',').rows.map(({ cells }) => cells)).toEqual([
      [' x ', ''],
      ['', 'y'],
    ]);
  });

  it('reads a file without rows', () => {
    expect(parseSheet('a,b\n', ',').rows).toEqual([]);
  });

  it('reads another encoding', async () => {
    const path = scratch.file('latin.csv', Buffer.from('key;name\n1;Caf\xe9 \x80\n', 'latin1'));
    const { sheet } = await readCsv(path, { delimiter: ';', encoding: 'windows-1252' });
    expect(sheet.rows[0]?.cells).toEqual(['1', 'Café €']);
  });

  it.each([
    ['an empty file', '', 'it is empty'],
    ['blank lines', '\n \n', 'it is empty'],
    ['a binary file', 'PK\0\0,\n', 'it is a binary file'],
    ['an unclosed quote', 'a,b\n1,"2\n', 'Quote Not Closed'],
    ['another delimiter', 'a;b\n1;2\n', "is it separated by --delimiter ';'?"],
    ['a column without a name', 'a,\n1,2\n', 'column 2 has no name'],
    ['a column named twice', 'a,b,a\n1,2,3\n', 'names "a" twice'],
    ['a row too long', 'a,b\n1,2\n1,2,3\n', 'the header has 2 columns, but line 3 has 3 fields'],
    [
      'many ragged rows',
      'a,b\n1\n1\n1\n1\n1\n',
      'line 2 has 1 field, line 3 has 1 field, line 4 has 1 field, and 2 more',
    ],
  ])('refuses %s', async (_, content, reason) => {
    const path = scratch.file('bad.csv', content);
    await expect(readCsv(path, comma)).rejects.toThrow(`${path}: `);
    await expect(readCsv(path, comma)).rejects.toThrow(reason);
  });

  it('refuses what is no text of the encoding', async () => {
    const path = scratch.file('latin.csv', Uint8Array.of(0x61, 0xe9, 0x0a));
    await expect(readCsv(path, comma)).rejects.toThrow('no utf-8 text: name its encoding');
  });

  it('refuses a missing file and a folder', async () => {
    await expect(readCsv('/nowhere.csv', comma)).rejects.toThrow('there is no such file');
    await expect(readCsv(scratch.folder, comma)).rejects.toThrow('it is a folder');
  });
});

describe('writing a CSV file', () => {
  it.each([
    ['utf-8', '\uFEFFkey;name\r\n1;"żó;ł 京"\r\n', 'utf8'],
    ['utf-16le', '\uFEFFkey;name\r\n1;"żó;ł 京"\r\n', 'utf16le'],
    ['windows-1252', 'key;name\n1;"Caf\xe9; \x80"\n', 'latin1'],
  ] as const)('gives back the bytes that were read in %s', async (encoding, content, node) => {
    const path = scratch.file('source.csv', Buffer.from(content, node));
    const { sheet, dialect } = await readCsv(path, { delimiter: ';', encoding });
    const copy = `${scratch.folder}/new/copy.csv`;
    await writeCsv(copy, [sheet.header, ...sheet.rows.map(({ cells }) => cells)], dialect);
    expect(readFileSync(copy)).toEqual(readFileSync(path));
  });
});
