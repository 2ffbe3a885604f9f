import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { code, extractRows, manualTrigger, readFiles } from '../support/coreNodes';
import { countsOf } from '../support/executions';
import { invoiceFile, keyOf, type InvoiceRow } from '../support/invoiceFile';
import { rig } from '../support/rig';
import { runOnce } from '../support/savedWorkflows';
import { upsertNode } from '../support/upsertNode';
import { node, workflow } from '../support/workflow';
import { inWorld, type World } from '../support/world';

const NODE = 'HubSpot Batch Upsert';
const CSV_OPTIONS = { delimiter: ';', enableBOM: true };
const SECONDS = 240;

/** In a Code node, which takes 10,000 rows in a second; Edit Fields takes most of a minute. */
const TO_PROPERTIES = `return $input.all().map(({ json }) => ({
  json: {
    invoice_line_key: json.InvoiceNo + '-' + json.StockCode,
    name: json.Description,
    quantity: json.Quantity,
    price: json.UnitPrice,
    country: json.Country,
  },
}));`;

/** Read File, Extract from File, Code, the node: and what HubSpot holds in the end. */
async function writeRows(world: World, path: string, format: 'csv' | 'xlsx', rows: InvoiceRow[]) {
  const nodes = [
    manualTrigger(),
    readFiles(path),
    extractRows(format, format === 'csv' ? CSV_OPTIONS : {}),
    code('To Properties', TO_PROPERTIES),
    upsertNode(world.credential, { options: { numberFormat: 'comma' } }),
  ];
  const chain = nodes
    .slice(1)
    .map(({ name }, index): [string, string] => [nodes[index]!.name, name]);
  const execution = await runOnce(world.n8n, workflow(`${format} to HubSpot`, nodes, chain), {
    seconds: SECONDS,
  });
  assert.equal(execution.status, 'success', execution.result.error?.message);
  assert.deepEqual(countsOf(execution, NODE), [rows.length, 0]);
  assertHolds(world, rows);
}

/** HubSpot holds for every key what its rows say, later ones over earlier ones. */
function assertHolds({ hubspot }: World, rows: InvoiceRow[]): void {
  const expected = new Map<string, Record<string, string>>();
  for (const row of rows) {
    const { Description, Quantity, UnitPrice, Country } = row;
    const price = UnitPrice.replace(',', '.');
    const filled = Object.entries({
      name: Description,
      quantity: Quantity,
      price,
      country: Country,
    })
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== '');
    expected.set(keyOf(row), { ...expected.get(keyOf(row)), ...Object.fromEntries(filled) });
  }
  const stored = hubspot.store.records('line_items');
  assert.equal(stored.length, expected.size);
  for (const { properties } of stored) {
    const wanted = expected.get(properties.invoice_line_key ?? '');
    assert.ok(wanted, `${properties.invoice_line_key} is in no row`);
    for (const [name, value] of Object.entries(wanted)) {
      const held = properties[name]?.trim();
      const same =
        name === 'name' || name === 'country' ? held === value : Number(held) === Number(value);
      assert.ok(same, `${properties.invoice_line_key}: ${name} is ${held}, not ${value}`);
    }
  }
}

/** Has n8n itself make an Excel file of the CSV file. @returns its path. */
async function asXlsx({ n8n }: World, csv: string): Promise<string> {
  const path = join(rig().files, 'invoices.xlsx');
  const nodes = [
    manualTrigger(),
    readFiles(csv),
    extractRows('csv', CSV_OPTIONS),
    node('To Excel', ['n8n-nodes-base.convertToFile', 1.1], { operation: 'xlsx', options: {} }),
    node('Write File', ['n8n-nodes-base.readWriteFile', 1.1], {
      operation: 'write',
      fileName: path,
      options: {},
    }),
  ];
  const chain = nodes
    .slice(1)
    .map(({ name }, index): [string, string] => [nodes[index]!.name, name]);
  const { status, result } = await runOnce(n8n, workflow('To Excel', nodes, chain), {
    seconds: SECONDS,
  });
  assert.equal(status, 'success', result.error?.message);
  return path;
}

test(
  'the rows of a CSV file end up in HubSpot, each key once',
  inWorld(async (world) => {
    const { path, rows } = await invoiceFile(rig().files);
    await writeRows(world, path, 'csv', rows);
  }),
);

test(
  'the same rows as an Excel file come to the same',
  inWorld(async (world) => {
    const { path, rows } = await invoiceFile(rig().files);
    await writeRows(world, await asXlsx(world, path), 'xlsx', rows);
  }),
);
