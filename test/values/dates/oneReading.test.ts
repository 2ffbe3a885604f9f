import fc from 'fast-check';
import { DateTime, Settings } from 'luxon';
import { Invalid } from '../../../nodes/HubspotBatchUpsert/values/conversion';
import {
  toDateText,
  toDateTimeText,
} from '../../../nodes/HubspotBatchUpsert/values/dates/dateValue';
import type { ValueRules } from '../../../nodes/HubspotBatchUpsert/model/settings';
import { valueRules } from '../../support/valueRules';

const DAYS = [
  ...['yyyy-MM-dd', 'yyyy-M-d', 'yyyy/MM/dd', 'yyyy.M.d', 'yyyyMMdd', 'yyyy-MMM-dd'],
  ...["kkkk-'W'WW-c", "kkkk'W'WWc", 'yyyy-ooo'],
  ...['d MMM yyyy', 'dd-MMM-yyyy', 'd-MMM-yy', 'ddMMMyyyy', 'd. MMMM yyyy', 'd MMMM, yyyy'],
  ...['MMM d, yyyy', 'MMMM d yyyy', 'MMM-dd-yyyy', 'EEE, d MMM yyyy', 'EEEE, MMMM d, yyyy'],
];
const TIMES = [
  ...['', ' H:mm', ' HH:mm:ss', "'T'HH:mm", ', h:mm a', ' h:mm:ss a', ' HH:mm:ss.SSS'],
];
const OFFSETS = ['', 'ZZ', ' ZZZ', " 'GMT'ZZZ"];
const FIGURES = {
  dayFirst: ['d/M/yyyy', 'dd.MM.yyyy', 'd-M-yy', 'dd/MM/yy'],
  monthFirst: ['M/d/yyyy', 'MM.dd.yyyy', 'M-d-yy', 'MM/dd/yy'],
};

const zone = fc.constantFrom(
  ...['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'],
);
// Years of two digits are those of 1969 to 2068.
Settings.twoDigitCutoffYear = 68;
const instant = fc.integer({ min: Date.UTC(1969, 0, 2), max: Date.UTC(2068, 11, 30) });
const time = fc.constantFrom(...TIMES);
const offset = fc.constantFrom(...OFFSETS);

/** A text in the form, and when Luxon says it is. */
function written(at: number, form: string, timeZone: string) {
  const text = DateTime.fromMillis(at, { zone: timeZone }).toFormat(form, { locale: 'en-US' });
  const read = DateTime.fromFormat(text, form, { zone: timeZone, locale: 'en-US', setZone: true });
  return { text, read };
}

function expectReading(at: number, form: string, rules: ValueRules) {
  const { text, read } = written(at, form, rules.timeZone);
  expect([text, toDateText(text, rules)]).toEqual([text, read.toFormat('yyyy-MM-dd')]);
  if (isRepeated(read, form) || isMisread(read, form, text)) return;
  expect([text, toDateTimeText(text, rules)]).toEqual([text, read.toUTC().toISO()]);
}

/** Which of two instants is meant is for timeZone.test.ts, and Luxon takes either. */
function isRepeated(read: DateTime, form: string): boolean {
  return !form.includes('Z') && read.getPossibleOffsets().length > 1;
}

/** Behind hours that a zone leaves out Luxon takes times by the offset of before, and does not find them again. */
function isMisread(read: DateTime, form: string, text: string): boolean {
  return read.toFormat(form, { locale: 'en-US' }) !== text;
}

it('a text with one reading has the one that Luxon finds by its form', () => {
  const day = fc.constantFrom(...DAYS);
  fc.assert(
    fc.property(instant, day, time, offset, zone, (at, dayForm, timeForm, zoneForm, timeZone) => {
      const form = `${dayForm}${timeForm}${timeForm === '' ? '' : zoneForm}`;
      expectReading(at, form, { ...valueRules, timeZone });
    }),
    { numRuns: 3000 },
  );
});

it.each(['dayFirst', 'monthFirst'] as const)('figures are read %s as Luxon does', (dateOrder) => {
  const day = fc.constantFrom(...FIGURES[dateOrder]);
  fc.assert(
    fc.property(instant, day, time, offset, zone, (at, dayForm, timeForm, zoneForm, timeZone) => {
      const form = `${dayForm}${timeForm}${timeForm === '' ? '' : zoneForm}`;
      expectReading(at, form, { ...valueRules, dateOrder, timeZone });
      const { text } = written(at, form, timeZone);
      expect(toDateText(text, { ...valueRules, timeZone })).toBeInstanceOf(Invalid);
    }),
    { numRuns: 1500 },
  );
});

const anyText = fc.oneof(
  fc.stringMatching(/^\d{1,4}[-/. ]([A-S][a-z]{2}|\d{1,2})[-/. ]\d{1,4}( \d{1,2}:\d\d( [AP]M)?)?$/),
  fc.stringMatching(/^([A-S][a-z]{2}|\d{1,2})[-/. ,]{1,2}\d{1,2}[-/. ,]{1,2}\d{1,4}$/),
  fc.stringMatching(/^[12]\d{3}(0\d|1[012])[0-3]\d([01]\d[0-5]\d([0-5]\d)?)?$/),
  fc.stringMatching(/^\d{1,14}(\.\d{1,3})?$/),
  fc.string(),
);

it('no option changes what is taken without one', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const day = toDateText(text, valueRules);
      if (day instanceof Invalid) return;
      for (const dateOrder of ['dayFirst', 'monthFirst'] as const) {
        for (const dateNumbers of ['milliseconds', 'spreadsheetDays'] as const) {
          expect(toDateText(text, { ...valueRules, dateOrder, dateNumbers })).toBe(day);
        }
      }
    }),
    { numRuns: 3000 },
  );
});

it('what was read is read as the same again, under any rules', () => {
  const rules = fc.record({
    dateOrder: fc.constantFrom('refuse' as const, 'dayFirst' as const, 'monthFirst' as const),
    dateNumbers: fc.constantFrom('milliseconds' as const, 'spreadsheetDays' as const),
    timeZone: zone,
  });
  fc.assert(
    fc.property(anyText, rules, (text, given) => {
      const day = toDateText(text, given);
      if (!(day instanceof Invalid)) expect(toDateText(day!, given)).toBe(day);
      const moment = toDateTimeText(text, given);
      if (!(moment instanceof Invalid)) expect(toDateTimeText(moment!, given)).toBe(moment);
    }),
    { numRuns: 3000 },
  );
});
