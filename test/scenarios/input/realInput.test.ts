import { arrange } from '../../../sandbox/demo/arrange';
import {
  checkAccounted,
  checkContent,
  checkRefused,
  checkSpoiled,
  checkSuccess,
} from '../../../sandbox/demo/checks';
import { readCommandLine } from '../../../sandbox/demo/commandLine';
import { expectedOf } from '../../../sandbox/demo/expectation';
import { readTable } from '../../../sandbox/demo/file/readFile';
import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest, until, UPSERT } from '../../support/sandbox';
import { oAuth2Of, upsert } from '../../support/upsert';
import { virtualTime } from '../../support/enginesVirtualTime';

virtualTime();

const { REAL_INPUT_CSV = '' } = process.env;
const whereGiven = REAL_INPUT_CSV === '' ? it.skip : it;

const COLUMNS = {
  Description: 'name',
  Quantity: 'quantity',
  UnitPrice: 'price',
  InvoiceNo: 'invoice_number',
  StockCode: 'hs_sku',
  CustomerID: 'customer_id',
  Country: 'country',
  InvoiceDate: 'invoiced_at',
};

const THROTTLED: FaultAction = { kind: 'status', status: 429, policy: 'SECONDLY' };
const LOST: FaultAction = { kind: 'status', status: 502, when: 'after', retryAfterSeconds: 0 };

function request() {
  const maps = Object.entries(COLUMNS).flatMap(([column, name]) => ['--map', `${column}=${name}`]);
  const read = readCommandLine([
    ...['--csv', REAL_INPUT_CSV, '--number-format', 'comma', '--date-order', 'dayFirst'],
    ...['--id-template', '{InvoiceNo}-{StockCode}', '--bad', '5'],
    ...maps,
  ]);
  if (read === 'help') throw new Error('The command line asks for a run');
  return read;
}

whereGiven(
  '10,000 real rows, 5 % bad, with throttling, lost answers and a token that expires: all is told as it is',
  async () => {
    const sandbox = await sandboxForTest({ latency: { minMs: 1, maxMs: 5 } });
    const asked = request();
    const { sheet } = await readTable(asked.file, asked.form);
    const arrangement = arrange(sheet, asked, sandbox.store);
    const { items, cells, circumstances, spoiled, before } = arrangement;
    const idOf = (row: number) => String(items[row]?.json[asked.idProperty]).trim();
    sandbox.faults.add({ match: { path: UPSERT, every: 20 }, do: LOST });
    sandbox.faults.add({ match: { path: UPSERT, every: 5 }, do: THROTTLED });
    const { credential } = oAuth2Of(sandbox);

    const running = upsert({ items, credential, parameters: { options: { ...asked.rules } } });
    await until(() => sandbox.log.upserts().length >= 40);
    sandbox.oauth.expireAccessTokens();
    const outcome = await running;

    expectAllAccounted(outcome, 10_000);
    const expectation = expectedOf(cells, circumstances);
    const all = sandbox.store.records(asked.objectType);
    const stored = all.slice(before.length);
    const checks = [
      checkAccounted(items.length, outcome),
      checkSuccess(outcome, stored),
      checkRefused(outcome, expectation),
      checkContent(stored, expectation, circumstances),
      checkSpoiled(outcome, spoiled, expectation, idOf),
    ];
    expect(checks.flatMap(({ objections }) => objections)).toEqual([]);
    expect(all.slice(0, before.length)).toEqual(before);

    const made = [...spoiled.values()];
    const unseen = made.filter(({ refusedBy }) => refusedBy === 'hubspot');
    expect(made).toHaveLength(500);
    expect(unseen.length).toBeGreaterThan(200);
    // A good row shares the fate of the bad one that it is merged with.
    const companions = outcome.error.length - made.length;
    expect(companions).toBeLessThanOrEqual(20);
    for (const { attempted, category, httpStatus, message, property } of failuresOf(outcome)) {
      expect({ category, httpStatus }).toEqual(
        attempted
          ? { category: 'VALIDATION_ERROR', httpStatus: 207 }
          : {
              category: expect.stringMatching(/^(MISSING_ID|INVALID_VALUE)$/) as string,
              httpStatus: null,
            },
      );
      expect(message).toContain(property);
    }
    const isTaken = failuresOf(outcome).filter(({ property }) => property === 'serial_number');
    const serials = new Map(before.map(({ id, properties }) => [properties.serial_number, id]));
    for (const { value, message } of isTaken) {
      expect(message).toContain(serials.get(value as string));
    }
    for (const { json } of outcome.error.filter(({ json }) => json.serial_number)) {
      expect(json.hubspotError).toMatchObject({ value: json.serial_number });
    }

    const statuses = sandbox.log.upserts().map(({ status }) => status);
    const count = (status: number) => statuses.filter((one) => one === status).length;
    expect(count(429)).toBeGreaterThanOrEqual(15);
    expect(count(502)).toBeGreaterThanOrEqual(4);
    expect(count(401)).toBeGreaterThanOrEqual(1);
    expect(sandbox.oauth.refreshes).toBe(1);
    const answered = statuses.length - count(429) - count(502) - count(401);
    const records = new Set(sandbox.log.upserts().flatMap(({ inputIds }) => inputIds)).size;
    expect(answered).toBe(Math.ceil(records / 100));
  },
  120_000,
);
