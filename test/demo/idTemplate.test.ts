import { columnsOf, idTemplate } from '../../sandbox/demo/idTemplate';

const row: Record<string, string> = { InvoiceNo: ' 536365', 'Stock Code': '85123A', Empty: ' ' };
const cell = (column: string) => row[column] ?? '';

describe('an id template', () => {
  it('is filled in with the trimmed cells of a row', () => {
    expect(idTemplate('{InvoiceNo}-{Stock Code}')(cell)).toBe('536365-85123A');
  });

  it('gives no id where one of its columns is blank', () => {
    expect(idTemplate('{InvoiceNo}-{Empty}')(cell)).toBe('');
  });

  it('tells its columns', () => {
    expect(columnsOf('x{a}-{b c}')).toEqual(['a', 'b c']);
  });

  it.each([
    ['no column', 'names no column'],
    ['{a}-{b', 'a brace without its partner'],
    ['{a}}', 'a brace without its partner'],
  ])('%s is refused', (template, reason) => {
    expect(() => idTemplate(template)).toThrow(reason);
  });
});
