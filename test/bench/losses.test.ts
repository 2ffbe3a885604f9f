import { lineItem } from '../../bench/lineItems';
import { assertBadRefused, lossesOf } from '../../bench/measure/losses';
import type { Told, Verdict } from '../../bench/ways/way';

const rows = [lineItem(0), lineItem(1), lineItem(2, true)];
const recordId = (index: number) => String(100 + index);
const stored = (...indexes: number[]) =>
  indexes.map((index) => ({
    key: String(lineItem(index).invoice_line_key),
    name: String(lineItem(index).name),
    recordId: recordId(index),
  }));
const told = (...verdicts: Verdict[]): Told[] => verdicts.map((verdict) => ({ verdict }));
const written = (index: number): Told => ({ verdict: 'written', recordId: recordId(index) });

describe('lost', () => {
  it('a good row that the account does not hold is lost, a bad one is not', () => {
    const { lost } = lossesOf(rows, told('written', 'throttled', 'refused'), stored(0));
    expect(lost).toBe(1);
  });

  it('a row that stands under another name is lost', () => {
    const others = stored(0).map((record) => ({ ...record, name: 'another' }));
    expect(lossesOf([lineItem(0)], told('written'), others).lost).toBe(1);
  });
});

describe('known', () => {
  it('an outcome is known where it is told of the record alone', () => {
    const { known } = lossesOf(rows, told('written', 'throttled', 'refusedTogether'), stored(0));
    expect(known).toBe(2);
  });

  it('an outcome is not known where the reason is not told', () => {
    expect(lossesOf(rows.slice(2), told('refusedUnexplained'), []).known).toBe(0);
    expect(lossesOf(rows.slice(2), told('refused'), []).known).toBe(1);
  });

  it('an outcome that is not true is not known', () => {
    const { known } = lossesOf(rows, told('written', 'written', 'refused'), stored(0));
    expect(known).toBe(2);
    const others = lossesOf(rows, told('throttled', 'written', 'refused'), stored(0, 1));
    expect(others.known).toBe(2);
  });
});

describe('told wrongly', () => {
  it('nothing is where everything is told as the account has it', () => {
    const all = [written(0), written(1), ...told('refused')];
    expect(lossesOf(rows, all, stored(0, 1))).toMatchObject({ toldWrongly: 0, wrongIds: 0 });
  });

  it('a record that is told as written and is not there', () => {
    const all = [written(0), ...told('written', 'written')];
    expect(lossesOf(rows, all, stored(0))).toMatchObject({ toldWrongly: 2, wrongIds: 0 });
  });

  it('a record that stands there with other values than were sent', () => {
    const others = stored(0).map((record) => ({ ...record, name: 'another' }));
    expect(lossesOf([lineItem(0)], [written(0)], others).toldWrongly).toBe(1);
  });

  it.each(['refused', 'refusedUnexplained', 'throttled', 'refusedTogether'] as const)(
    'a record that is told as %s and is there',
    (verdict) => {
      expect(lossesOf([lineItem(0)], told(verdict), stored(0)).toldWrongly).toBe(1);
      expect(lossesOf([lineItem(0)], told(verdict), []).toldWrongly).toBe(0);
    },
  );

  it('a record that is there, under the id of another record', () => {
    const swapped = [written(1), written(0), ...told('refused')];
    expect(lossesOf(rows, swapped, stored(0, 1))).toMatchObject({ toldWrongly: 2, wrongIds: 2 });
  });

  it('a bad record under the id of another record counts once, as not written', () => {
    const shifted = [written(0), written(1), written(1)];
    expect(lossesOf(rows, shifted, stored(0, 1))).toMatchObject({ toldWrongly: 1, wrongIds: 0 });
  });

  it('a record of which nothing is told is not', () => {
    const untold = told('unanswered', 'unanswered');
    expect(lossesOf(rows, untold, stored(0)).toldWrongly).toBe(0);
  });
});

it('an account that holds a bad row makes the measurement worthless', () => {
  expect(() => assertBadRefused(rows, stored(0, 1))).not.toThrow();
  expect(() => assertBadRefused(rows, stored(0, 2))).toThrow('1 bad records were written');
});
