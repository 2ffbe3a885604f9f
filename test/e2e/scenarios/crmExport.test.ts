import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { example } from '../support/example';
import { countsOf } from '../support/executions';
import { rig } from '../support/rig';
import { runOnce } from '../support/savedWorkflows';
import { inWorld, type World } from '../support/world';

const HEADER = 'Deal key;Deal Name;Amount;Close Date;Pipeline;Deal Stage;Deal owner';

const DEALS = [
  'D-1;Wärmepumpe;12.500;03.04.2026;Sales Pipeline;Closed Won;jo.smith@example.com',
  'D-2;"Solar; 12 Module";1.234,56 €;31/12/2026;Sales Pipeline;Contract Sent;Ada.Byron@example.com',
  'D-3;Speicher;980,5;1.7.2026;;Presentation Scheduled;',
  'D-4;Wallbox;"1.199,00";15.05.2026;Sales Pipeline;Closed Lost;jo.smit@example.com',
];

/** The example, reading one file and leaving what it could not write in another. */
async function runExample({ n8n, credential }: World, source: string, leftover: string) {
  const changes = { 'Read File': { fileSelector: source }, 'Write File': { fileName: leftover } };
  const execution = await runOnce(n8n, await example('crm-export', credential, changes));
  assert.equal(execution.status, 'success', execution.result.error?.message);
  return countsOf(execution, 'HubSpot Batch Upsert');
}

test(
  "a CRM's export is written as it is, and its leftover file once it is corrected",
  inWorld(async (world) => {
    const source = join(rig().files, 'deals.csv');
    const leftover = join(rig().files, 'deals-to-fix.csv');
    await writeFile(source, `\uFEFF${[HEADER, ...DEALS].join('\r\n')}\r\n`);
    assert.deepEqual(await runExample(world, source, leftover), [3, 1]);

    const toFix = await readFile(leftover, 'utf8');
    assert.match(toFix, /perhaps jo\.smith@example\.com is meant/);
    const corrected = join(rig().files, 'deals-corrected.csv');
    await writeFile(corrected, toFix.replace(';jo.smit@', ';jo.smith@'));
    assert.deepEqual(await runExample(world, corrected, leftover), [1, 0]);

    assert.deepEqual(dealsOf(world), {
      'D-1': ['Wärmepumpe', '12500', '2026-04-02T22:00:00.000Z', 'closedwon', '41629779'],
      'D-2': [
        'Solar; 12 Module',
        '1234.56',
        '2026-12-30T23:00:00.000Z',
        'contractsent',
        '60158084',
      ],
      'D-3': ['Speicher', '980.5', '2026-06-30T22:00:00.000Z', 'presentationscheduled', undefined],
      'D-4': ['Wallbox', '1199', '2026-05-14T22:00:00.000Z', 'closedlost', '41629779'],
    });
  }),
);

/** What HubSpot holds, by key. */
function dealsOf({ hubspot }: World) {
  const stored = hubspot.store
    .records('deals')
    .map(({ properties }) => [
      properties.deal_key,
      ['dealname', 'amount', 'closedate', 'dealstage', 'hubspot_owner_id'].map(
        (name) => properties[name],
      ),
    ]);
  return Object.fromEntries(stored) as Record<string, unknown>;
}
