import { node, type WorkflowNode } from './workflow';

const BASE = 'n8n-nodes-base';

/** Starts a run by hand. */
export function manualTrigger(name = 'Start'): WorkflowNode {
  return node(name, [`${BASE}.manualTrigger`, 1]);
}

/** Waits for a POST; the run's Respond to Webhook node answers it. */
export function webhook(path: string, name = 'Webhook'): WorkflowNode {
  const parameters = { httpMethod: 'POST', path, responseMode: 'responseNode', options: {} };
  return node(name, [`${BASE}.webhook`, 2.1], parameters, { webhookId: path });
}

/** Answers with what an expression gives. */
export function respond(name: string, expression: string): WorkflowNode {
  const parameters = { respondWith: 'json', responseBody: `={{ ${expression} }}`, options: {} };
  return node(name, [`${BASE}.respondToWebhook`, 1.5], parameters);
}

/** Makes an item of every entry of a list that stands in a field. */
export function splitOut(field: string, name = 'Split Out'): WorkflowNode {
  return node(name, [`${BASE}.splitOut`, 1], { fieldToSplitOut: field, options: {} });
}

/** Runs JavaScript once for all items. */
export function code(name: string, jsCode: string): WorkflowNode {
  return node(name, [`${BASE}.code`, 2], { jsCode });
}

/** Passes its items on. */
export function noOperation(name: string): WorkflowNode {
  return node(name, [`${BASE}.noOp`, 1]);
}

/** Reads files from n8n's disk into binary data. */
export function readFiles(path: string, name = 'Read File'): WorkflowNode {
  const parameters = { operation: 'read', fileSelector: path, options: {} };
  return node(name, [`${BASE}.readWriteFile`, 1.1], parameters);
}

/** Makes an item of every row of a spreadsheet in binary data. */
export function extractRows(operation: 'csv' | 'xlsx', options: object = {}): WorkflowNode {
  return node('Extract from File', [`${BASE}.extractFromFile`, 1.1], { operation, options });
}
