import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { example } from '../support/example';
import { writeExcelFile } from '../support/excelFile';
import { itemsOf } from '../support/executions';
import { rig } from '../support/rig';
import { runOnce } from '../support/savedWorkflows';
import { inWorld } from '../support/world';

/** As an office program keeps it: the first date is one, the second was typed as text. */
const SHEET = [
  row('ada@example.com', 'Ada', 'Lovelace', new Date('2024-02-29T00:00:00Z')),
  row('grace@example.com', 'Grace', 'Hopper', '31.12.2024'),
  row('', 'Nobody', 'Without Email', '2024-01-01'),
  row('alan@example.com', 'Alan', 'Turing', ''),
];

function row(email: string, first: string, last: string, since: string | Date) {
  const name = { 'First name': first, 'Last name': last };
  return { Email: email, ...name, Company: 'Analytical Engines', 'Customer since': since };
}

test(
  'contacts of a spreadsheet are written, and what cannot be goes into a file with its reason',
  inWorld(async (world) => {
    const sheet = join(rig().files, 'contacts.xlsx');
    const leftover = join(rig().files, 'contacts-to-fix.xlsx');
    writeExcelFile(sheet, SHEET);
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
    assert.match(
      reasons[0] ?? '',
      /"Customer since" \(customer_since\): "31\.12\.2024" is 31 December 2024,/,
    );
    const ada = world.hubspot.store.find('contacts', 'email', 'ada@example.com');
    assert.equal(ada?.properties.customer_since, '2024-02-29');
    assert.ok(existsSync(leftover));
  }),
);
