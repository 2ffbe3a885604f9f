import { runDemo } from './command';
import { scratchFolder } from './scratchFolder';

const scratch = scratchFolder();
afterAll(scratch.remove);
jest.setTimeout(120_000);

const { REAL_INPUT_CSV = '' } = process.env;
const whereGiven = REAL_INPUT_CSV === '' ? describe.skip : describe;

const maps = {
  Description: 'name',
  Quantity: 'quantity',
  UnitPrice: 'price',
  InvoiceNo: 'invoice_number',
  StockCode: 'hs_sku',
  CustomerID: 'customer_id',
  Country: 'country',
  InvoiceDate: 'invoiced_at',
};

const run = (...more: string[]) =>
  runDemo(
    ...['--csv', REAL_INPUT_CSV, '--date-order', 'dayFirst', '--number-format', 'comma'],
    ...['--id-template', '{InvoiceNo}-{StockCode}'],
    ...Object.entries(maps).flatMap(([column, property]) => ['--map', `${column}=${property}`]),
    ...['--latency', '0', '--out', scratch.folder, ...more],
  );

whereGiven('10,000 real invoice lines', () => {
  it('come out exactly once each, and leave what applying them one by one would', async () => {
    const { code, stdout } = await run();
    expect(code).toBe(0);
    expect(stdout).toMatch(/Written +10,000 rows into 9,653 records/);
    expect(stdout).toMatch(/Not written +0 of 10,000 rows/);
    expect(Number(/Requests +(\d+)/.exec(stdout)?.[1])).toBeLessThan(110);
    expect(stdout.match(/^Check +ok/gm)).toHaveLength(5);
  });

  it('are all written but for those that were made bad', async () => {
    const { code, stdout } = await run('--bad', '5');
    expect(code).toBe(0);
    // Good rows share the fate of a bad one that they are merged with.
    const notWritten = Number(/Not written +(\d+) of 10,000 rows/.exec(stdout)?.[1]);
    expect(notWritten).toBeGreaterThanOrEqual(500);
    expect(notWritten).toBeLessThan(530);
    expect(stdout).toContain('VALIDATION_ERROR');
    expect(stdout).toContain('ok  all 500 rows made bad on purpose came out on Error');
    expect(stdout.match(/^Check +ok/gm)).toHaveLength(6);
  });
});
