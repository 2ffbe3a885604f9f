import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { extractRows, manualTrigger, readFiles } from '../support/coreNodes';
import { writeExcelFile } from '../support/excelFile';
import { itemsOf, type Item } from '../support/executions';
import { rig } from '../support/rig';
import { runOnce } from '../support/savedWorkflows';
import { upsertNode } from '../support/upsertNode';
import { workflow } from '../support/workflow';
import { inWorld } from '../support/world';

const SHEET = [
  { invoice_line_key: 'A-1', quantity: 1200, price: 2.55 },
  { invoice_line_key: 'A-2', price: 3.39, invoice_date: new Date('2024-02-29T00:00:00Z') },
];

test(
  'date cells of an Excel file, which n8n gives as a count of days, are refused with the option to set',
  inWorld(async ({ n8n, hubspot, credential }) => {
    const path = join(rig().files, 'cells.xlsx');
    writeExcelFile(path, SHEET);
    const nodes = [manualTrigger(), readFiles(path), extractRows('xlsx'), upsertNode(credential)];
    const execution = await runOnce(
      n8n,
      workflow('Excel to HubSpot', nodes, [
        ['Start', 'Read File'],
        ['Read File', 'Extract from File'],
        ['Extract from File', 'HubSpot Batch Upsert'],
      ]),
    );
    const written = hubspot.store.records('line_items').map(({ properties }) => properties);
    assert.equal(written.length, 1);
    assert.deepEqual([written[0]?.quantity, written[0]?.price], ['1200', '2.55']);
    const [refused] = itemsOf(execution, 'HubSpot Batch Upsert', 1);
    assert.equal(refused?.json.invoice_date, 45351);
    assert.match(
      messageOf(refused),
      /As spreadsheets count days it is 29 February 2024: if so, set the option Date Numbers to Spreadsheet Days/,
    );
  }),
);

function messageOf(item: Item | undefined): string {
  return (item?.json.hubspotError as { message: string } | undefined)?.message ?? '';
}
