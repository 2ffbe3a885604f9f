import { DateTime } from 'luxon';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest, sentInputs } from '../../support/sandbox';
import { serviceKeyOf, upsert, type Upsert } from '../../support/upsert';

const ROWS: Array<[name: string, day: unknown, moment: unknown]> = [
  ['texts without a zone', '2026-11-26 00:30', '26 Nov 2026, 12:30 AM'],
  ['a day', '2026-11-26', '2026-11-26'],
  ['a time that the clocks repeat', '2026-10-25T02:30', '2026-10-25T02:30'],
  ['texts with an offset', '2026-11-25T23:30:00Z', '2026-11-26T00:30:00+01:00'],
  ['Dates', new Date('2026-11-25T23:00:00Z'), new Date('2026-11-25T23:00:00Z')],
  ['a stored day', new Date('2026-11-26'), Date.UTC(2026, 10, 26)],
  ['Luxon values', luxon('2026-11-26T00:30+01:00'), luxon('2026-11-26T00:30+01:00')],
];

async function written(given: Pick<Upsert, 'timezone' | 'parameters'>) {
  const sandbox = await sandboxForTest();
  const items = ROWS.map(([name, day, moment]) => ({
    ...{ invoice_line_key: name, invoice_date: day, invoiced_at: moment },
  }));
  const outcome = await upsert({
    items: items as never,
    credential: serviceKeyOf(sandbox),
    ...given,
  });
  expectAllAccounted(outcome, items.length);
  return Object.fromEntries(
    sentInputs(sandbox).map(({ id, properties }) => [
      id,
      [properties.invoice_date, properties.invoiced_at],
    ]),
  );
}

const IN_BERLIN = {
  'texts without a zone': ['2026-11-26', '2026-11-25T23:30:00.000Z'],
  'a day': ['2026-11-26', '2026-11-25T23:00:00.000Z'],
  'a time that the clocks repeat': ['2026-10-25', '2026-10-25T00:30:00.000Z'],
  'texts with an offset': ['2026-11-25', '2026-11-25T23:30:00.000Z'],
  Dates: ['2026-11-26', '2026-11-25T23:00:00.000Z'],
  'a stored day': ['2026-11-26', '2026-11-26T00:00:00.000Z'],
  'Luxon values': ['2026-11-26', '2026-11-25T23:30:00.000Z'],
};

it("what names no zone is read in the workflow's time zone", async () => {
  expect(await written({ timezone: 'Europe/Berlin' })).toEqual(IN_BERLIN);
});

it('or in the one that the option names', async () => {
  const parameters = { options: { timeZone: 'Europe/Berlin' } };
  expect(await written({ timezone: 'Asia/Tokyo', parameters })).toEqual(IN_BERLIN);
});

it('another zone changes these alone', async () => {
  expect(await written({ timezone: 'America/New_York' })).toEqual({
    ...IN_BERLIN,
    'texts without a zone': ['2026-11-26', '2026-11-26T05:30:00.000Z'],
    'a day': ['2026-11-26', '2026-11-26T05:00:00.000Z'],
    'a time that the clocks repeat': ['2026-10-25', '2026-10-25T06:30:00.000Z'],
    Dates: ['2026-11-25', '2026-11-25T23:00:00.000Z'],
  });
});

it('a time zone of the workflow that nobody knows is told, and nothing is sent', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ invoice_line_key: 'A', invoiced_at: '2026-11-26' }],
    credential: serviceKeyOf(sandbox),
    settings: { onError: 'continueRegularOutput' },
    timezone: 'Mars/Base',
  });
  expectAllAccounted(outcome, 1);
  expect(outcome.success).toEqual([]);
  expect(failuresOf(outcome)[0]?.message).toContain('"Mars/Base"');
  expect(sentInputs(sandbox)).toEqual([]);
});

function luxon(text: string): DateTime {
  return DateTime.fromISO(text, { setZone: true });
}
