import type { HubspotErrorFields } from './accounted';
import { expectAllAccounted, failuresOf, writtenOf } from './accounted';
import { ROWS, type Struck } from './strike';

/** How each of the three rows should leave: its `outcome`, or what its failure says. */
export type End = string | Partial<HubspotErrorFields>;

export interface Ends {
  ends: readonly [End, End, End];
  /** Requests to the batch upsert and the batch read. */
  upserts: number;
  reads: number;
  /** Keys of the rows that HubSpot holds afterwards. */
  held: readonly string[];
}

/** Every good record is there, the bad one is not. */
export const GOOD = ['K-0', 'K-2'] as const;

/** What HubSpot says of the row in the middle. */
export const CONFLICT: End = {
  category: 'VALIDATION_ERROR',
  code: 'VALUE_TAKEN',
  property: 'serial',
  value: 'taken',
  httpStatus: 207,
  retryable: false,
  attempted: true,
  stage: 'upsert',
};

/** A failure that says nothing against the record: it was sent, and passes later. */
export function temporary(category: string, httpStatus: number | null, code: string | null = null) {
  return sent({ category, httpStatus, code, retryable: true });
}

/** A failure that would come again. */
export function final(category: string, httpStatus: number | null, code: string | null = null) {
  return sent({ category, httpStatus, code, retryable: false });
}

function sent(failure: Exclude<End, string>): End {
  return { ...failure, attempted: true, stage: 'upsert' };
}

/** All three rows end alike. */
export function allThree(end: End): [End, End, End] {
  return [end, end, end];
}

/** What the user gets, what it costs, and what HubSpot holds in the end. */
export function expectEnds({ outcome, sandbox }: Struck, { ends, upserts, reads, held }: Ends) {
  expectAllAccounted(outcome, ROWS.length);
  const keyed = ROWS.map(({ invoice_line_key }, index) => ({
    idValue: invoice_line_key,
    end: ends[index]!,
  }));
  expect(writtenOf(outcome)).toMatchObject(
    keyed.flatMap(({ idValue, end }) =>
      typeof end === 'string' ? [{ idValue, outcome: end }] : [],
    ),
  );
  expect(failuresOf(outcome)).toMatchObject(
    keyed.flatMap(({ idValue, end }) => (typeof end === 'string' ? [] : [{ idValue, ...end }])),
  );
  for (const { id, idValue } of writtenOf(outcome)) {
    const record = sandbox.store.find('line_items', 'invoice_line_key', idValue);
    expect({ idValue, id }).toEqual({ idValue, id: record?.id });
  }
  // A page of something on the way is no sentence for the user.
  for (const { message } of failuresOf(outcome)) expect(message).not.toMatch(/<|doctype/i);
  expect({
    upserts: sandbox.log.upserts().length,
    reads: sandbox.log.of('read').length,
    held: heldRows(sandbox),
  }).toEqual({ upserts, reads, held });
}

function heldRows({ store }: Struck['sandbox']): string[] {
  const rows = ROWS.map(({ invoice_line_key }) => invoice_line_key);
  return rows.filter((key) => {
    const record = store.find('line_items', 'invoice_line_key', key);
    const row = ROWS[rows.indexOf(key)]!;
    if (record) expect(record.properties).toMatchObject({ name: row.name, price: `${row.price}` });
    return record !== undefined;
  });
}
