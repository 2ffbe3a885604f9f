import { manualTrigger, noOperation } from '../support/coreNodes';
import { rowsNode } from '../support/rowsToUpsert';
import { upsertNode, type CredentialRef } from '../support/upsertNode';
import { workflow, type Workflow } from '../support/workflow';

/** One row of each kind: two that are written, one whose value has two readings, one without a key. */
const ROWS = [
  { invoice_line_key: 'A-1', name: 'Lamp', quantity: 2, price: '9.50' },
  { invoice_line_key: 'A-2', name: 'Chair', quantity: 1, price: '1.234,50 €' },
  { invoice_line_key: 'A-3', name: 'Table', quantity: 1, price: '3,390' },
  { name: 'Shelf', quantity: 4, price: '20' },
];

/** A workflow to start from. */
export function starter(credential: CredentialRef): Workflow {
  const upsert = upsertNode(credential);
  // As a user who chooses from the lists would have it.
  upsert.parameters.objectType = chosen('line_items', 'Line Items');
  upsert.parameters.idProperty = chosen('invoice_line_key', 'Invoice line key (invoice_line_key)');
  const nodes = [
    manualTrigger(),
    rowsNode(ROWS),
    upsert,
    noOperation('Written'),
    noOperation('Not Written'),
  ];
  const drawn = workflow('To start from', nodes, [
    ['Start', 'Rows'],
    ['Rows', upsert.name],
    [upsert.name, 'Written', 0],
    [upsert.name, 'Not Written', 1],
  ]);
  drawn.nodes[3]!.position = [700, -120];
  drawn.nodes[4]!.position = [700, 120];
  return drawn;
}

function chosen(value: string, cachedResultName: string) {
  return { __rl: true, mode: 'list', value, cachedResultName };
}
