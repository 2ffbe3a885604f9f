import { storedValue } from '../../sandbox/demo/storedValue';
import {
  defineProperty,
  propertyOptions,
  type PropertyType,
} from '../../sandbox/hubspot/properties/definition';

const of = (type: PropertyType) => defineProperty({ name: 'any', type });
const select = defineProperty({
  name: 'size',
  type: 'enumeration',
  fieldType: 'select',
  options: propertyOptions(['big', 'small']),
});
const checkboxes = { ...select, fieldType: 'checkbox' };

describe('what the demo expects HubSpot to hold', () => {
  it.each([
    ['2.50', '2.5'],
    ['1.2E+05', '120000'],
    ['12e-4', '0.0012'],
    [' +7. ', '7'],
    ['-.5', '-0.5'],
    ['-0.0', '0'],
    ['12345678901234567890.10', '12345678901234567890.1'],
    ['\ufeff7\u200b', '7'],
    ['1\u200b7', undefined],
    ['1,5', undefined],
    ['.', undefined],
    ['1e', undefined],
    ['Infinity', undefined],
  ])('for the number "%s" is %s', (text, stored) => {
    expect(storedValue(text, of('number'))).toBe(stored);
  });

  it.each([
    ['2024-02-01', '2024-02-01T00:00:00.000Z'],
    ['2024-02-01 10:00:00', '2024-02-01T10:00:00.000Z'],
    ['2024-02-01T10:00', '2024-02-01T10:00:00.000Z'],
    ['2024-02-01T10:00:00,1239', '2024-02-01T10:00:00.123Z'],
    ['2024-02-01T10:00:00 +02:00', '2024-02-01T08:00:00.000Z'],
    ['2024-02-01T22:00:00-0330', '2024-02-02T01:30:00.000Z'],
    ['2024-02-01t10:00:00z', '2024-02-01T10:00:00.000Z'],
    ['1706781600000', '2024-02-01T10:00:00.000Z'],
    ['2024-02-30 10:00:00', undefined],
    ['2024-02-01 25:00', undefined],
    ['45231', undefined],
    ['0', undefined],
    ['20231101103000', undefined],
    ['0999-12-31', undefined],
    ['9999-12-31T23:00-05:00', undefined],
    ['1/2/2024', undefined],
  ])('for the date-time "%s" is %s', (text, stored) => {
    expect(storedValue(text, of('datetime'))).toBe(stored);
  });

  it.each([
    ['2024-02-01', '2024-02-01'],
    ['2024-02-01T23:00:00-05:00', '2024-02-01'],
    ['1706745600000', '2024-02-01'],
    ['9999-12-31T23:00-05:00', '9999-12-31'],
    ['-86400000000', '1967-04-07'],
    ['-86400000', undefined],
    ['2023-02-29', undefined],
  ])('for the date "%s" is the day %s that it names', (text, stored) => {
    expect(storedValue(text, of('date'))).toBe(stored);
  });

  it.each([
    ['small;big', '', 'big;small'],
    ['big;', '', 'big'],
    [' big ; small ', '', 'big;small'],
    ['\u200bbig\u00a0;small', '', 'big;small'],
    [';big', '', 'big'],
    [';big', 'small', 'big;small'],
    ['big', 'small', 'big'],
    ['big;huge', '', undefined],
  ])('for the checkboxes "%s" over "%s" is %s', (text, held, stored) => {
    expect(storedValue(text, checkboxes, held)).toBe(stored);
  });

  it.each([
    ['note', ' a\u200b', ' a\u200b'],
    ['email', ' a@b.org\u200b', 'a@b.org'],
    ['phone', '\u202a+49 1\u202c', '+49 1'],
  ])('for the %s %j is %j', (name, text, stored) => {
    const fieldType = name === 'phone' ? 'phonenumber' : 'text';
    expect(storedValue(text, defineProperty({ name, fieldType }))).toBe(stored);
  });

  it.each([
    ['big', 'big'],
    ['big;', undefined],
    ['Big', 'big'],
    ['huge', undefined],
  ])('for the option "%s" is %s', (text, stored) => {
    expect(storedValue(text, select)).toBe(stored);
  });

  it.each([
    ['Trade fair, b', 'b;fair'],
    ['b|Trade fair', 'b;fair'],
    [';TRADE FAIR', 'b;fair'],
    ['Trade fair, c', undefined],
  ])('for the labels "%s" beside b is %s', (text, stored) => {
    const options = propertyOptions({ fair: 'Trade fair', b: 'B' });
    const channels = defineProperty({ name: 'x', type: 'enumeration', fieldType: 'checkbox', options }); // prettier-ignore
    expect(storedValue(text, channels, 'b')).toBe(stored);
  });

  it.each([
    ['Yes', 'true'],
    ['Nein', 'false'],
    ['perhaps', undefined],
  ])('for the truth "%s" is %s', (text, stored) => {
    const options = propertyOptions({ true: 'Ja', false: 'Nein' });
    expect(storedValue(text, defineProperty({ name: 'x', type: 'bool', options }))).toBe(stored);
  });

  it.each([
    ['Jo.Smith@example.com', '41629779'],
    ['404', '404'],
    ['Jo Smith', undefined],
  ])('for the owner "%s" is %s', (text, stored) => {
    const owner = defineProperty({
      name: 'x',
      type: 'enumeration',
      fieldType: 'select',
      externalOptions: true,
      referencedObjectType: 'OWNER',
    });
    expect(storedValue(text, owner)).toBe(stored);
  });
});
