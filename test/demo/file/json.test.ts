import { readFileSync } from 'node:fs';
import { jsonFile, looksLikeJson } from '../../../sandbox/demo/file/json';
import { scratchFolder } from '../scratchFolder';

const scratch = scratchFolder();
afterAll(scratch.remove);

describe('reading JSON', () => {
  it('takes an array of objects, each of them a row', () => {
    const { sheet } = jsonFile('[{"key": "a", "price": 2.5}, {"key": "b", "open": true}]');
    expect(sheet.header).toEqual(['key', 'price', 'open']);
    expect(sheet.rows).toEqual([
      { line: 1, cells: ['a', 2.5, ''] },
      { line: 2, cells: ['b', '', true] },
    ]);
  });

  it('takes the one array within an object', () => {
    const { sheet } = jsonFile('{"total": 1, "results": [{"id": 7}], "page": {"next": null}}');
    expect(sheet.rows).toEqual([{ line: 1, cells: [7] }]);
  });

  it('makes columns of what is nested, and one text of a list', () => {
    const { sheet } = jsonFile(
      '[{"id": "1", "properties": {"email": "a@b.org", "tags": ["x", "y"]}, "gone": null}]',
    );
    expect(sheet.header).toEqual(['id', 'properties.email', 'properties.tags', 'gone']);
    expect(sheet.rows[0]?.cells).toEqual(['1', 'a@b.org', 'x;y', '']);
  });

  it.each([
    ['{"a": [{}], "b": [{}]}', 'it holds several arrays (a, b)'],
    ['{"a": 1}', 'it holds no array of objects'],
    ['[1, 2]', 'its array holds other things than objects'],
    ['[{"a": 1', 'it begins like JSON and is none'],
  ])('refuses %s', (text, reason) => {
    expect(() => jsonFile(text)).toThrow(reason);
  });

  it.each(['[{"a": 1}]', ' {\n "a": []}', '[]'])('knows %j by its beginning', (text) => {
    expect(looksLikeJson(text)).toBe(true);
  });

  it.each(['[key],name\n', '{key};b\n', 'key\n'])('takes %j for no JSON', (text) => {
    expect(looksLikeJson(text)).toBe(false);
  });

  it('saves rows as objects, numbers as numbers', async () => {
    const path = `${scratch.folder}/new/copy.json`;
    await jsonFile('[]').save(path, [
      ['message', 'price', 'name'],
      ['no', 2.5, ''],
    ]);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([{ message: 'no', price: 2.5 }]);
  });
});
