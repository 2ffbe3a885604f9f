import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { manualTrigger } from '../support/coreNodes';
import { example } from '../support/example';
import { itemsOf } from '../support/executions';
import { rig } from '../support/rig';
import { rowsNode } from '../support/rowsToUpsert';
import { runOnce } from '../support/savedWorkflows';
import { node, workflow } from '../support/workflow';
import { inWorld, type World } from '../support/world';

const ROWS = [
  row('ada@example.com', 'Ada', 'Lovelace', '2024-02-29'),
  row('grace@example.com', 'Grace', 'Hopper', '31.12.2024'),
  row('', 'Nobody', 'Without Email', '2024-01-01'),
  row('alan@example.com', 'Alan', 'Turing', ''),
];

function row(email: string, first: string, last: string, since: string) {
  const name = { 'First name': first, 'Last name': last };
  return { Email: email, ...name, Company: 'Analytical Engines', 'Customer since': since };
}

/** Has n8n write the rows into an Excel file, as a user's office program would. */
async function writeSheet({ n8n }: World, fileName: string): Promise<void> {
  const nodes = [
    manualTrigger(),
    rowsNode(ROWS),
    node('To Excel', ['n8n-nodes-base.convertToFile', 1.1], { operation: 'xlsx', options: {} }),
    node('Write File', ['n8n-nodes-base.readWriteFile', 1.1], {
      operation: 'write',
      fileName,
      options: {},
    }),
  ];
  const { status, result } = await runOnce(
    n8n,
    workflow('Sheet', nodes, [
      ['Start', 'Rows'],
      ['Rows', 'To Excel'],
      ['To Excel', 'Write File'],
    ]),
  );
  assert.equal(status, 'success', result.error?.message);
}

test(
  'contacts of a spreadsheet are written, and what cannot be goes into a file with its reason',
  inWorld(async (world) => {
    const sheet = join(rig().files, 'contacts.xlsx');
    const leftover = join(rig().files, 'contacts-to-mend.xlsx');
    await writeSheet(world, sheet);
    const changes = {
      'Read File': { fileSelector: sheet },
      'Write File': { fileName: leftover },
    };
    const workflow = await example('spreadsheet-to-contacts', world.credential, changes);
    const execution = await runOnce(world.n8n, workflow);

    assert.equal(execution.status, 'success', execution.result.error?.message);
    assert.equal(itemsOf(execution, 'Written').length, 2);
    const reasons = itemsOf(execution, 'Add the Reason').map(({ json }) => String(json.Reason));
    assert.equal(reasons.length, 2);
    assert.match(reasons[0] ?? '', /customer_since: "31\.12\.2024"/);
    const ada = world.hubspot.store.find('contacts', 'email', 'ada@example.com');
    assert.equal(ada?.properties.customer_since, '2024-02-29');
    assert.ok(existsSync(leftover));
  }),
);
