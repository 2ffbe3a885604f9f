import { DateTime } from 'luxon';
import { readsTimeZone } from '../../nodes/HubspotBatchUpsert/values/readsTimeZone';
import { toPropertyText } from '../../nodes/HubspotBatchUpsert/values/propertyValue';
import { valueRules } from '../support/valueRules';

const rules = { ...valueRules, dateNumbers: 'spreadsheetDays' } as const;
const date = { name: 'day', type: 'date' };
const datetime = { name: 'moment', type: 'datetime' };
const noon = Date.UTC(2024, 2, 5, 12);

it.each([
  ['a day', '2024-03-05', datetime],
  ['a time', '2024-03-05T10:30', datetime],
  ['a time in a list', ['5 Mar 2024 10:30'], datetime],
  ["a spreadsheet's count of days", 43616.75, datetime],
  ['a Date in a date property', new Date(noon), date],
  ['milliseconds in a date property', String(noon), date],
])('the time zone decides about %s', (_, value, definition) => {
  expect(readsTimeZone(value, definition, rules)).toBe(true);
  expect(storedIn(value, definition)).toBeGreaterThan(1);
});

it.each([
  ['a day', '2024-03-05', date],
  ['a day of a month that has more of them than others', ' 2024-03-31', date],
  ['a time without a zone in a date property', '2024-03-05T10:30', date],
  ['a time with Z', '2024-03-05T10:30:00Z', datetime],
  ['a time with an offset', '5 Mar 2024 10:30 +01:00', datetime],
  ['a Luxon DateTime', DateTime.fromMillis(noon), datetime],
  ['a Luxon DateTime in a date property', DateTime.fromMillis(noon), date],
  ['a Date', new Date(noon), datetime],
  ['milliseconds', noon, datetime],
  ['a midnight in UTC', new Date('2024-03-05'), date],
  ['what is refused', 'tomorrow', datetime],
  ['what is empty', null, datetime],
  ['what is absent', undefined, datetime],
  ['an object', { a: 1 }, datetime],
  ['a text', '2024-03-05', { name: 'text', type: 'string' }],
  ['what has no definition', '2024-03-05', undefined],
])('but not about %s', (_, value, definition) => {
  expect(readsTimeZone(value, definition, rules)).toBe(false);
  expect(storedIn(value, definition)).toBe(1);
});

/** How many texts come of the value in zones half a day east and west. */
function storedIn(value: unknown, definition: typeof date | undefined): number {
  const zones = ['Pacific/Kiritimati', 'Pacific/Niue'];
  const texts = zones.map((timeZone) => toPropertyText(value, definition, { ...rules, timeZone }));
  return new Set(texts.map((text) => JSON.stringify(text))).size;
}
