import { dateFormat } from '../../sandbox/demo/dateFormat';
import { withoutDecimalComma } from '../../sandbox/demo/decimalComma';

describe('a date format', () => {
  it.each([
    ['D/M/YYYY H:mm', '1/12/2010 08:26', '2010-12-01T08:26:00.000Z'],
    ['D/M/YYYY H:mm', ' 31/1/2011 9:05 ', '2011-01-31T09:05:00.000Z'],
    ['DD.MM.YYYY', '28.02.2025', '2025-02-28'],
    ['YYYY-MM-DD HH:mm:ss', '2025-02-28 23:59:59', '2025-02-28T23:59:59.000Z'],
  ])('%s reads "%s"', (form, text, iso) => {
    expect(dateFormat(form).toIso(text)).toBe(iso);
  });

  it.each([
    ['D/M/YYYY', '30/2/2025'],
    ['D/M/YYYY', '12/13/2025'],
    ['DD.MM.YYYY', '28-02-2025'],
    ['D/M/YYYY', '1/2/2025 10:00'],
    ['D/M/YYYY H:mm', '1/2/2025 24:00'],
    ['D/M/YYYY', ''],
  ])('%s does not read "%s"', (form, text) => {
    expect(dateFormat(form).toIso(text)).toBeUndefined();
  });

  it.each(['YYYY-MM', 'D/M/YY', 'D/D/YYYY', 'no date'])('%s is refused', (form) => {
    expect(() => dateFormat(form)).toThrow('is no date format');
  });
});

describe('a decimal comma', () => {
  it.each([
    ['2,55', '2.55'],
    ['-1.234,5', '-1234.5'],
    ['1.234.567', '1234567'],
    ['12', '12'],
    [',5', '.5'],
  ])('%s is %s', (text, number) => {
    expect(withoutDecimalComma(text)).toBe(number);
  });

  it.each(['2.55', '1,2,3', 'a dozen', '', ',', '-'])('leaves "%s" alone', (text) => {
    expect(withoutDecimalComma(text)).toBe(text);
  });
});
