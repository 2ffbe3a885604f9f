import axios from 'axios';
import { NodeConnectionTypes, type INodeType } from 'n8n-workflow';
import { runNode } from '../../sandbox/engine/runNode';
import { extractedItems, ID_PROPERTY, lineItem } from '../lineItems';
import { loadPackage } from '../processes/builtNode';
import type { Address } from '../processes/sandboxProcess';
import { inputOf } from './chunks';
import { AUTOMATIC_MAPPING, toldBy } from './node';
import type { Told } from './way';

/** What runs when a webhook is called with one record. */
export type WebhookWay =
  | 'node'
  | 'nodeNotJoining'
  | 'builtInNode'
  | 'httpRequestNode'
  /** A node that does nothing: what n8n's engine itself takes. */
  | 'engineAlone';

/** Brings one line item into HubSpot. @returns What the call is told of it. */
export type WebhookCall = (index: number) => Promise<Told>;

/** Loads what the way needs. */
export async function webhookCalls(
  way: WebhookWay,
  builtPackage: string,
  account: Address,
): Promise<WebhookCall> {
  switch (way) {
    case 'node':
      return await throughNode(builtPackage, account, () => ({}));
    case 'nodeNotJoining':
      // Batches of executions whose settings differ do not share a request.
      return await throughNode(builtPackage, account, (index) => ({ patience: 300 + index }));
    case 'engineAlone':
      return throughEngine;
    case 'builtInNode':
      return throughHttp(account, ['upsert', 'read']);
    case 'httpRequestNode':
      return throughHttp(account, ['upsert']);
  }
}

async function throughNode(
  builtPackage: string,
  { baseUrl, serviceKey }: Address,
  options: (index: number) => Record<string, number>,
): Promise<WebhookCall> {
  const built = await loadPackage(builtPackage);
  return async (index) => {
    const outcome = await runNode({
      nodeType: built.node,
      parameters: { ...AUTOMATIC_MAPPING, options: options(index) },
      items: extractedItems([lineItem(index)]),
      credentialTypes: [built.serviceKey],
      credential: { id: 'bench', type: built.serviceKey.name, data: { serviceKey, baseUrl } },
    });
    const [told = UNTOLD] = toldBy(outcome, 1);
    return told;
  };
}

const UNTOLD: Told = { verdict: 'unanswered' };

async function throughEngine(index: number): Promise<Told> {
  await runNode({ nodeType: idle, parameters: {}, items: extractedItems([lineItem(index)]) });
  return UNTOLD;
}

const idle: INodeType = {
  description: {
    displayName: 'Idle',
    name: 'idle',
    group: ['output'],
    version: 1,
    description: 'Hands its items on',
    defaults: {},
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    properties: [],
  },
  async execute() {
    return await Promise.resolve([this.getInputData()]);
  },
};

/** "Retry On Fail" of n8n, at its defaults. */
const TRIES = 3;
const WAIT_MS = 1_000;

/**
 * As n8n's own nodes do it. The built-in HubSpot node writes each record with a request and reads it
 * with another one (nodes-base, Hubspot/V2, "upsert"); neither node knows the rate limit. Where the last
 * try fails, the call is told that its record failed.
 */
function throughHttp(
  { baseUrl, serviceKey }: Address,
  operations: ReadonlyArray<'upsert' | 'read'>,
): WebhookCall {
  const client = axios.create({
    baseURL: `${baseUrl}/crm/v3/objects/line_items/batch`,
    headers: { Authorization: `Bearer ${serviceKey}` },
  });
  const once = async (index: number): Promise<void> => {
    const row = lineItem(index);
    const inputs = { upsert: [inputOf(row)], read: [{ id: String(row[ID_PROPERTY]) }] };
    for (const operation of operations) {
      const more = operation === 'read' ? { idProperty: ID_PROPERTY, properties: [] } : {};
      await client.post(operation, { inputs: inputs[operation], ...more });
    }
  };
  return async (index) => {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      if (attempt > 1) await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
      const isWritten = await once(index).then(
        () => true,
        () => false,
      );
      if (isWritten) return { verdict: 'written' };
    }
    return { verdict: 'refused' };
  };
}
