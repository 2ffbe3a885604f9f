import type {
  IExecuteFunctions,
  INodeExecutionData,
  INodeParameters,
  INodeType,
} from 'n8n-workflow';
import { runNode } from '../../sandbox/engine/runNode';
import { ID_PROPERTY, lineItem } from '../lineItems';
import type { BuiltPackage } from '../processes/builtNode';
import { AUTOMATIC_MAPPING } from '../ways/node';
import type { InstantHubspot } from './instantHubspot';

/**
 * `local` maps automatically, too, fields that are named by labels, with local numbers and dates;
 * `expressions` name fields, which the node reads; `computed` ones are for n8n to evaluate.
 */
export type Mapping = 'automatic' | 'local' | 'expressions' | 'computed';

/**
 * As many under way as at HubSpot's own limit and latency (19 requests a second, half a second each);
 * answers that come at once would let the node send as many as it ever may.
 */
const OPTIONS = { maxConcurrency: 10 };
const LOCAL_OPTIONS = { ...OPTIONS, dateOrder: 'dayFirst', timeZone: 'Europe/Berlin' };

/** Work to be measured, in the place of the node's own `execute`. */
export type Around = (execute: () => Promise<INodeExecutionData[][]>) => Promise<void>;

/**
 * Runs the node in n8n's engine, with its real execute context, on answers that come at once.
 *
 * @param around Called in the node's place; what it measures is the node alone.
 */
export async function runWithoutNetwork(
  { node, serviceKey }: BuiltPackage,
  items: INodeExecutionData[],
  mapping: Mapping,
  hubspot: InstantHubspot,
  around: Around,
): Promise<void> {
  async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    Object.assign(this.helpers, { httpRequestWithAuthentication: hubspot.request });
    await around(async () => {
      const outputs = (await node.execute?.call(this)) as INodeExecutionData[][];
      const [success] = outputs;
      if (success?.length !== items.length) throw new Error('Not every item was written');
      return outputs;
    });
    return [[], []];
  }
  const { thrown } = await runNode({
    nodeType: Object.assign(Object.create(node) as INodeType, { execute }),
    parameters: {
      ...(isAutomatic(mapping) ? AUTOMATIC_MAPPING : byExpression(mapping === 'computed')),
      options: mapping === 'local' ? LOCAL_OPTIONS : OPTIONS,
    },
    items,
    credentialTypes: [serviceKey],
    credential: {
      type: serviceKey.name,
      data: { serviceKey: 'none', baseUrl: 'http://n8n.invalid' },
    },
  });
  if (thrown) throw thrown;
}

function isAutomatic(mapping: Mapping): boolean {
  return mapping === 'automatic' || mapping === 'local';
}

/** Every field chosen by an expression, and the id, too. */
function byExpression(computes: boolean): INodeParameters {
  const field = (name: string): string =>
    computes ? `={{ $json.${name}.trim() }}` : `={{ $json.${name} }}`;
  const names = Object.keys(lineItem(0)).filter((name) => name !== ID_PROPERTY);
  const value = Object.fromEntries(names.map((name) => [name, field(name)]));
  return {
    ...AUTOMATIC_MAPPING,
    id: field(ID_PROPERTY),
    properties: { mappingMode: 'defineBelow', value },
  };
}
