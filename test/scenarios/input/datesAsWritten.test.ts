import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest, sentInputs } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

const DATES = ['15 Jan 2023', 20231231, '3/4/2026', '12/31/2023', 43616];

async function written(options: Record<string, string>) {
  const sandbox = await sandboxForTest();
  const items = DATES.map((date) => ({ invoice_line_key: String(date), invoice_date: date }));
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: { options },
  });
  expectAllAccounted(outcome, items.length);
  return {
    days: sentInputs(sandbox).map(({ properties }) => properties.invoice_date),
    refused: failuresOf(outcome).map(({ message }) => message),
  };
}

it('dates with one reading are written, and the others name the option that decides', async () => {
  const { days, refused } = await written({});
  expect(days).toEqual(['2023-01-15', '2023-12-31']);
  expect(refused).toEqual([
    'invoice_date: "3/4/2026" is 3 April 2026 or 4 March 2026: set the option Date Order to Day First or Month First',
    'invoice_date: "12/31/2023" is 31 December 2023, but dates such as 3/4/2026 have two readings: set the option Date Order to Month First',
    'invoice_date: "43616" does not look like milliseconds since 1970. As spreadsheets count days it is 31 May 2019: if so, set the option Date Numbers to Spreadsheet Days',
  ]);
});

it('with these options all of them are written', async () => {
  const { days, refused } = await written({
    dateOrder: 'monthFirst',
    dateNumbers: 'spreadsheetDays',
  });
  expect(refused).toEqual([]);
  expect(days).toEqual(['2023-01-15', '2023-12-31', '2026-03-04', '2023-12-31', '2019-05-31']);
});
