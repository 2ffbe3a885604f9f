import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest, sentInputs } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

const IMPLAUSIBLE: Array<[string, unknown]> = [
  ['zero', 0],
  ['zero as text', '0'],
  ['a count of days', 45231],
  ['a count of seconds that is a midnight in milliseconds', 1728000000],
  ['a day and a time without marks that is one of 1976 in milliseconds', '202312311030'],
  ['microseconds', 1709647200000000],
  ['a year of five digits', '12024-03-05'],
  ['a Date in such a year', new Date('+012024-03-05')],
  ['the least date of another system', '0001-01-01T00:00:00'],
];

it.each(['invoice_date', 'invoiced_at'])(
  'no implausible time is stored in %s, and each is shown as it came',
  async (property) => {
    const sandbox = await sandboxForTest();
    const items = IMPLAUSIBLE.map(([name, value]) => ({
      invoice_line_key: name,
      [property]: value,
    }));
    const outcome = await upsert({ items: items as never, credential: serviceKeyOf(sandbox) });
    expectAllAccounted(outcome, items.length);
    expect(sentInputs(sandbox)).toEqual([]);
    const failures = failuresOf(outcome);
    for (const [index, [, value]] of IMPLAUSIBLE.entries()) {
      const quoted = value instanceof Date ? value.toISOString() : String(value);
      expect(failures[index]).toMatchObject({ category: 'INVALID_VALUE', property, value });
      expect(failures[index]?.message).toContain(`"${quoted}"`);
    }
  },
);

it('what is plausible is stored', async () => {
  const sandbox = await sandboxForTest();
  const days = [1709647200000, '-86400000000', '1000-01-01', '9999-12-31'];
  const items = days.map((day, index) => ({ invoice_line_key: `K-${index}`, invoice_date: day }));
  const outcome = await upsert({ items, credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, items.length);
  expect(sentInputs(sandbox).map(({ properties }) => properties.invoice_date)).toEqual([
    '2024-03-05',
    '1967-04-07',
    '1000-01-01',
    '9999-12-31',
  ]);
});
