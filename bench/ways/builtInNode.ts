import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import type { NodeOutcome, NodeSettings } from '../../sandbox/engine/runNode';
import { contactEmail, extractedItems, lineItem, SERIAL_PROPERTY } from '../lineItems';
import { loadBuiltInHubspot } from '../processes/builtInHubspot';
import { positionOf, timedRun } from './inEngine';
import type { PrepareWay, Told } from './way';

/** Where the node sends everything. */
const HUBSPOT = 'https://api.hubapi.com';

const FIELDS = [...Object.keys(lineItem(0)), SERIAL_PROPERTY];

/**
 * The HubSpot node that comes with n8n, in n8n's engine. It knows no line items: each row becomes a
 * contact with an e-mail address of its own and the same fields.
 */
const builtInNodeWith =
  (settings: NodeSettings): PrepareWay =>
  async (rows, { baseUrl, serviceKey }) => {
    const builtIn = await loadBuiltInHubspot();
    const nodeType = sendingTo(baseUrl, builtIn.node);
    const items = extractedItems(rows.map((row) => ({ ...row, email: contactEmail(row) })));
    return async () => {
      const outcome = await timedRun({
        nodeType,
        parameters: PARAMETERS,
        items,
        settings,
        credentialTypes: [builtIn.serviceKey],
        credential: { type: builtIn.serviceKey.name, data: { appToken: serviceKey } },
      });
      return { milliseconds: outcome.milliseconds, told: toldBy(outcome, items.length) };
    };
  };

/** With its default settings, by which the first bad record stops it. */
export const builtInNodeStopping = builtInNodeWith({});

/** With "On Error: Continue". */
export const builtInNode = builtInNodeWith({ onError: 'continueRegularOutput' });

const PARAMETERS = {
  authentication: 'appToken',
  resource: 'contact',
  operation: 'upsert',
  email: '={{ $json.email }}',
  additionalFields: {
    customPropertiesUi: {
      customPropertiesValues: FIELDS.map((property) => ({
        property,
        value: `={{ $json.${property} ?? '' }}`,
      })),
    },
  },
  options: {},
};

/** The node with another host in the requests that it hands to n8n. */
function sendingTo(baseUrl: string, nodeType: INodeType): INodeType {
  async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const send = this.helpers.requestWithAuthentication.bind(this);
    this.helpers.requestWithAuthentication = async (credentialType, options) => {
      const { uri = '', ...rest } = options;
      const there = { ...rest, uri: uri.replace(HUBSPOT, baseUrl) };
      return (await send(credentialType, there)) as unknown;
    };
    return (await nodeType.execute?.call(this)) as INodeExecutionData[][];
  }
  return Object.assign(Object.create(nodeType) as INodeType, { execute });
}

/**
 * Its one output has a contact or an error for each item. That error is n8n's sentence for the status,
 * without HubSpot's reason; the one that stops the node has the reason, and names its item.
 */
function toldBy({ success, thrown }: NodeOutcome, count: number): Told[] {
  const told = new Array<Told>(count).fill({ verdict: 'unanswered' });
  for (const item of success) {
    const { vid, error } = item.json as { vid?: number; error?: string };
    told[positionOf(item)] =
      error === undefined
        ? { verdict: 'written', recordId: String(vid) }
        : { verdict: 'refusedUnexplained' };
  }
  const stoppedAt = thrown?.context.itemIndex as number | undefined;
  if (stoppedAt !== undefined) told[stoppedAt] = { verdict: 'refused' };
  else if (thrown) throw thrown;
  return told;
}
