import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { extractRows, manualTrigger, readFiles } from '../support/coreNodes';
import { writeExcelFile } from '../support/excelFile';
import { countsOf } from '../support/executions';
import { rig } from '../support/rig';
import { runOnce } from '../support/savedWorkflows';
import { upsertNode } from '../support/upsertNode';
import { workflow } from '../support/workflow';
import { inWorld } from '../support/world';

const NODE = 'HubSpot Batch Upsert';

/** As an office keeps it: HubSpot's labels above, dates as such, amounts typed with a comma. */
const SHEET = [
  {
    Email: 'ada@example.com',
    'First Name': 'Ada',
    'Annual Revenue': '1.234,50',
    'Customer since': new Date('2024-02-29T00:00:00Z'),
    'Last order at': new Date('2024-03-01T18:00:00Z'),
    Newsletter: 'Yes',
    'Contact owner': 'jo.smith@example.com',
  },
  {
    Email: 'grace@example.com',
    'First Name': 'Grace',
    'Annual Revenue': '1431,5',
    'Customer since': new Date('2019-05-31T00:00:00Z'),
    Newsletter: 'No',
    'Contact owner': 'Ada.Byron@example.com',
  },
];

const HELD = [
  {
    email: 'ada@example.com',
    firstname: 'Ada',
    annualrevenue: '1234.5',
    customer_since: '2024-02-29',
    last_order_at: '2024-03-01T18:00:00.000Z',
    newsletter: 'true',
    hubspot_owner_id: '41629779',
  },
  {
    email: 'grace@example.com',
    firstname: 'Grace',
    annualrevenue: '1431.5',
    customer_since: '2019-05-31',
    newsletter: 'false',
    hubspot_owner_id: '60158084',
  },
];

test(
  'an Excel file with labels, dates, Yes and No, owners and decimal commas goes in as it is',
  inWorld(async ({ n8n, hubspot, credential }) => {
    const path = join(rig().files, 'customers.xlsx');
    writeExcelFile(path, SHEET);
    const upsert = upsertNode(credential, {
      objectType: 'contacts',
      idProperty: 'email',
      options: { dateNumbers: 'spreadsheetDays' },
    });
    const nodes = [manualTrigger(), readFiles(path), extractRows('xlsx'), upsert];
    const execution = await runOnce(
      n8n,
      workflow('Excel to HubSpot', nodes, [
        ['Start', 'Read File'],
        ['Read File', 'Extract from File'],
        ['Extract from File', NODE],
      ]),
    );
    assert.equal(execution.status, 'success', execution.result.error?.message);
    assert.deepEqual(countsOf(execution, NODE), [2, 0]);
    for (const held of HELD) {
      const stored = hubspot.store.find('contacts', 'email', held.email)?.properties ?? {};
      const written = Object.keys(held).map((name) => [name, stored[name]]);
      assert.deepEqual(Object.fromEntries(written), held);
    }
  }),
);
