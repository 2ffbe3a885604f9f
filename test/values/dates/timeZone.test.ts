import fc from 'fast-check';
import { DateTime } from 'luxon';
import { Invalid } from '../../../nodes/HubspotBatchUpsert/values/conversion';
import {
  toDateText,
  toDateTimeText,
} from '../../../nodes/HubspotBatchUpsert/values/dates/dateValue';
import { instantOf, localTimeAt } from '../../../nodes/HubspotBatchUpsert/values/dates/timeZone';
import { valueRules } from '../../support/valueRules';

const within = (timeZone: string) => ({ ...valueRules, timeZone });
const berlin = within('Europe/Berlin');

describe('a text without a zone is a time of the time zone', () => {
  it.each([
    ['Europe/Berlin', '2024-03-05', '2024-03-04T23:00:00.000Z'],
    ['Europe/Berlin', '2024-07-05 10:30', '2024-07-05T08:30:00.000Z'],
    ['Europe/Berlin', '15 Jan 2023, 11:08 PM', '2023-01-15T22:08:00.000Z'],
    ['America/New_York', '2024-03-05T10:30', '2024-03-05T15:30:00.000Z'],
    ['Asia/Kolkata', '2024-03-05T10:30', '2024-03-05T05:00:00.000Z'],
    ['Asia/Kathmandu', '2024-03-05T10:30', '2024-03-05T04:45:00.000Z'],
    ['Pacific/Kiritimati', '2024-03-05T10:30', '2024-03-04T20:30:00.000Z'],
    ['Pacific/Apia', '2011-12-29T23:30', '2011-12-30T09:30:00.000Z'],
    ['Pacific/Apia', '2011-12-31T00:30', '2011-12-30T10:30:00.000Z'],
    ['Europe/Berlin', '1890-01-01T00:00', '1889-12-31T23:06:32.000Z'],
    ['Africa/Monrovia', '1960-01-01T00:00:00.5', '1960-01-01T00:44:30.500Z'],
    ['UTC', '2024-03-05T10:30', '2024-03-05T10:30:00.000Z'],
  ])('in %s %j is %s', (timeZone, text, moment) => {
    expect(toDateTimeText(text, within(timeZone))).toBe(moment);
  });

  it.each([
    ['2024-03-05T10:30Z', '2024-03-05T10:30:00.000Z'],
    ['2024-03-05T10:30+09:00', '2024-03-05T01:30:00.000Z'],
  ])('%j names its own', (text, moment) => {
    expect(toDateTimeText(text, berlin)).toBe(moment);
  });
});

describe('where a change of the clocks skips or repeats a time, the offset from before it counts', () => {
  it.each([
    ['Europe/Berlin', '2024-03-31T01:59', '2024-03-31T00:59:00.000Z'],
    ['Europe/Berlin', '2024-03-31T02:30', '2024-03-31T01:30:00.000Z'],
    ['Europe/Berlin', '2024-03-31T03:00', '2024-03-31T01:00:00.000Z'],
    ['Europe/Berlin', '2024-10-27T01:59', '2024-10-26T23:59:00.000Z'],
    ['Europe/Berlin', '2024-10-27T02:30', '2024-10-27T00:30:00.000Z'],
    ['Europe/Berlin', '2024-10-27T03:00', '2024-10-27T02:00:00.000Z'],
    ['America/New_York', '2024-11-03T01:30', '2024-11-03T05:30:00.000Z'],
    ['Australia/Lord_Howe', '2024-04-07T01:45', '2024-04-06T14:45:00.000Z'],
    ['Australia/Lord_Howe', '2024-10-06T02:15', '2024-10-05T15:45:00.000Z'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00:00.000Z'],
    ['America/Sitka', '1867-10-18T12:00', '1867-10-17T21:01:13.000Z'],
  ])('in %s %s is %s', (timeZone, text, moment) => {
    expect(toDateTimeText(text, within(timeZone))).toBe(moment);
  });
});

describe('a date property takes the day', () => {
  it.each([
    ['a Date at local midnight', new Date('2026-11-25T23:00:00Z'), '2026-11-26'],
    ['a Date at local midnight in summer', new Date('2026-07-25T22:00:00Z'), '2026-07-26'],
    ['a Date at midnight in UTC', new Date('2026-11-26T00:00:00Z'), '2026-11-26'],
    ['milliseconds late in the evening', Date.UTC(2026, 10, 25, 23, 30), '2026-11-26'],
    ['a text with its own offset', '2026-11-25T23:30:00Z', '2026-11-25'],
    ['a Luxon DateTime of another zone', luxonText('2026-11-25T23:30', 'UTC'), '2026-11-25'],
    ['a text without a zone', '2026-11-25 23:30', '2026-11-25'],
  ])('of %s', (_, value, day) => {
    expect(toDateText(value, berlin)).toBe(day);
  });

  it('west of Greenwich, too', () => {
    const newYork = within('America/New_York');
    expect(toDateText(new Date('2026-11-26T05:00:00Z'), newYork)).toBe('2026-11-26');
    expect(toDateText(new Date('2026-11-26T04:59:59Z'), newYork)).toBe('2026-11-25');
    expect(toDateText(new Date('2026-11-26T00:00:00Z'), newYork)).toBe('2026-11-26');
  });

  it('where it has a year of four digits', () => {
    const late = new Date('9999-12-31T23:30:00Z');
    expect(toDateText(late, berlin)).toStrictEqual(
      new Invalid(
        '"9999-12-31T23:30:00.000Z" is not in the years 1000 to 9999 in Europe/Berlin: write it like 2024-03-05, 5 Mar 2024 or 2024-03-05T14:00:00Z',
      ),
    );
    expect(toDateText(late, within('America/New_York'))).toBe('9999-12-31');
  });
});

it('a Date in a date-time property is its instant', () => {
  expect(toDateTimeText(new Date('2026-11-25T23:00:00Z'), berlin)).toBe('2026-11-25T23:00:00.000Z');
});

describe('as Luxon reads time zones', () => {
  const zones = fc.constantFrom(
    ...['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Africa/Casablanca'],
    ...['Australia/Lord_Howe', 'America/St_Johns', 'Europe/Dublin', 'Asia/Manila', 'UTC'],
    ...Intl.supportedValuesOf('timeZone'),
  );
  const instants = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2040, 0) }) },
    { weight: 1, arbitrary: fc.integer({ min: Date.UTC(1800, 0), max: Date.UTC(2200, 0) }) },
  );

  it('clocks show the same at any instant', () => {
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        expect(new Date(localTimeAt(instant, zone))).toEqual(asInUtc(instant, zone));
      }),
      { numRuns: 1000 },
    );
  });

  it('what clocks show is the first instant at which they show it', () => {
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const local = localTimeAt(instant, zone);
        const found = instantOf(local, zone);
        expect(asInUtc(found, zone)).toEqual(new Date(local));
        expect(found).toBeLessThanOrEqual(instant);
        // Apart from what a change of the clocks repeats, there is only one.
        const isSteady = [-2, -1, 1, 2].every(
          (days) => offset(instant + days * 86_400_000, zone) === offset(instant, zone),
        );
        if (isSteady) expect(found).toBe(instant);
      }),
      { numRuns: 1000 },
    );
  });

  it('around every change of the clocks since 2000, the offset from before it counts', () => {
    for (const zone of ['Europe/Berlin', 'America/Santiago', 'Australia/Lord_Howe', 'Asia/Gaza']) {
      for (const change of changes(zone)) {
        const before = offset(change - 1, zone);
        for (const minutes of [-90, -60, -31, -30, -1, 0, 1, 29, 30, 59, 60, 90]) {
          const local = change + before + minutes * 60_000;
          const candidates = [local - before, local - offset(change, zone)];
          const shown = candidates.filter((instant) => asInUtc(instant, zone).getTime() === local);
          expect(instantOf(local, zone)).toBe(
            shown.length > 0 ? Math.min(...shown) : local - before,
          );
        }
      }
    }
  });
});

function luxonText(local: string, zone: string): string {
  return String(DateTime.fromISO(local, { zone }).toISO());
}

/** What Luxon has the clocks of the zone show, as though it were in UTC. */
function asInUtc(instant: number, zone: string): Date {
  const local = DateTime.fromMillis(instant, { zone });
  return new Date(
    Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second) +
      local.millisecond,
  );
}

function offset(instant: number, zone: string): number {
  return asInUtc(instant, zone).getTime() - instant;
}

/** The instants at which the clocks of the zone were changed, to the minute. */
function changes(zone: string): number[] {
  const found: number[] = [];
  const day = 86_400_000;
  for (let start = Date.UTC(2000, 0); start < Date.UTC(2026, 0); start += day) {
    if (offset(start, zone) === offset(start + day, zone)) continue;
    let minute = start;
    while (offset(minute, zone) === offset(start, zone)) minute += 60_000;
    found.push(minute);
  }
  return found;
}
