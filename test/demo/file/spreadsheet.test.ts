import { readFileSync } from 'node:fs';
import { read, utils, type CellObject } from '@e965/xlsx';
import { readTable, type FileForm } from '../../../sandbox/demo/file/readFile';
import { scratchFolder } from '../scratchFolder';
import { spreadsheet } from '../spreadsheet';

const scratch = scratchFolder();
afterAll(scratch.remove);

const form: FileForm = {
  ...{ delimiter: undefined, encoding: 'utf-8', headerLine: 1, sheetName: undefined },
};
const opened = (bytes: Uint8Array, more: Partial<FileForm> = {}) =>
  readTable(scratch.file('named-otherwise.csv', bytes), { ...form, ...more });

const table = [
  ['key', 'sold', 'price', 'open'],
  ['a', { day: 43616.75 }, 2.5, true],
  [],
  ['b', '', 12, false],
];

describe('reading a spreadsheet', () => {
  it.each(['xlsx', 'biff8'] as const)(
    'takes cells as they are in %s, dates as counts of days, with the numbers of their rows',
    async (bookType) => {
      const { sheet } = await opened(spreadsheet({ Sales: table }, bookType));
      expect(sheet.header).toEqual(['key', 'sold', 'price', 'open']);
      expect(sheet.rows).toEqual([
        { line: 2, cells: ['a', 43616.75, 2.5, true] },
        { line: 4, cells: ['b', '', 12, false] },
      ]);
      expect([...sheet.dateColumns]).toEqual([1]);
      expect(sheet.place).toBe('row');
    },
  );

  it('takes the sheet that is named', async () => {
    const bytes = spreadsheet({ Notes: [['x']], Sales: table });
    const { sheet } = await opened(bytes, { sheetName: 'Sales' });
    expect(sheet.rows).toHaveLength(2);
    await expect(opened(bytes, { sheetName: 'Nope' })).rejects.toThrow(
      `--sheet 'Nope': it has "Notes", "Sales"`,
    );
  });

  it('takes the header from further down, and leaves empty columns out', async () => {
    const bytes = spreadsheet({ Sales: [['Report'], [], ['', 'key', 2024, ''], [1, 'a', 2, '']] });
    const { sheet } = await opened(bytes, { headerLine: 3 });
    expect(sheet.header).toEqual(['(column 1)', 'key', '2024']);
    expect(sheet.rows).toEqual([{ line: 4, cells: [1, 'a', 2] }]);
  });

  it('says where the header may stand, or that there is nothing', async () => {
    const bytes = spreadsheet({ Sales: [[], [], ['key', 'name']] });
    await expect(opened(bytes)).rejects.toThrow('--header-line 3');
    await expect(opened(spreadsheet({ Sales: [] }))).rejects.toThrow('"Sales" is empty');
  });

  it.each(['xlsx', 'biff8'] as const)('saves rows as a %s, dates as dates', async (bookType) => {
    const bytes = spreadsheet({ Sales: [['Report'], ...table] }, bookType);
    const { sheet, save, extension } = await opened(bytes, { headerLine: 2 });
    const path = `${scratch.folder}/new/copy${extension}`;
    await save(path, [
      ['message', ...sheet.header],
      ...sheet.rows.map(({ cells }) => ['no', ...cells]),
    ]);
    const again = await readTable(path, { ...form, headerLine: 2 });
    expect(again.sheet.rows[0]).toEqual({ line: 3, cells: ['no', 'a', 43616.75, 2.5, true] });
    const copy = read(readFileSync(path));
    expect(copy.SheetNames).toEqual(['Sales']);
    expect(utils.format_cell(copy.Sheets.Sales?.C3 as CellObject)).toBe('2019-05-31');
  });
});
