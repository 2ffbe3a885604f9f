import type {
  IDataObject,
  IExecuteFunctions,
  INodeExecutionData,
  INodeParameters,
  INodeType,
} from 'n8n-workflow';
import { runNode, type NodeOutcome } from '../../sandbox/engine/runNode';
import {
  DEAL_KEY,
  ID_PROPERTY,
  OBJECT_TYPE,
  dealOf,
  extractedItems,
  type LineItem,
} from '../lineItems';
import { loadPackage } from '../processes/builtNode';
import type { PrepareWay, Verdict, WayJob, WayRun } from './way';

/** This project's node with its default options, in n8n's engine. */
export const node: PrepareWay = (rows, job) => prepare(rows, job, AUTOMATIC_MAPPING);

/** The same, and each line item is associated with its deal. */
export const nodeAssociating: PrepareWay = (rows, job) => {
  const withDeals = rows.map((row, index) => ({ ...row, [DEAL_KEY]: dealOf(job.first + index) }));
  return prepare(withDeals, job, { ...AUTOMATIC_MAPPING, ...WITH_DEALS });
};

async function prepare(
  rows: LineItem[],
  { builtPackage, serviceKey, baseUrl }: WayJob,
  parameters: INodeParameters,
): Promise<() => Promise<WayRun>> {
  const built = await loadPackage(builtPackage);
  const items = extractedItems(rows);
  return async () => {
    const watch = timed(built.node);
    const outcome = await runNode({
      nodeType: watch.nodeType,
      parameters,
      items,
      credentialTypes: [built.serviceKey],
      credential: { type: built.serviceKey.name, data: { serviceKey, baseUrl } },
    });
    if (outcome.thrown) throw outcome.thrown;
    return { milliseconds: watch.milliseconds(), verdicts: verdictsOf(outcome, items.length) };
  };
}

/** What a user sets for line items whose fields are named like HubSpot's properties. */
export const AUTOMATIC_MAPPING = {
  authentication: 'serviceKey',
  objectType: { __rl: true, mode: 'id', value: OBJECT_TYPE },
  idProperty: { __rl: true, mode: 'name', value: ID_PROPERTY },
  id: '',
  properties: { mappingMode: 'autoMapInputData', value: null },
  options: {},
};

const WITH_DEALS = {
  associations: {
    association: [
      {
        toObjectType: { __rl: true, mode: 'id', value: 'deals' },
        toIdProperty: { __rl: true, mode: 'name', value: DEAL_KEY },
        toId: `={{ $json.${DEAL_KEY} }}`,
        label: '',
      },
    ],
  },
};

/** The node with a watch on its work, which leaves out what the engine does before and after. */
function timed(nodeType: INodeType): { nodeType: INodeType; milliseconds: () => number } {
  let milliseconds = 0;
  async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const startedAt = performance.now();
    const outputs = await nodeType.execute?.call(this);
    milliseconds = performance.now() - startedAt;
    return outputs as INodeExecutionData[][];
  }
  return {
    nodeType: Object.assign(Object.create(nodeType) as INodeType, { execute }),
    milliseconds: () => milliseconds,
  };
}

function verdictsOf({ success, error }: NodeOutcome, count: number): WayRun['verdicts'] {
  const verdicts = new Array<Verdict>(count).fill('unanswered');
  for (const item of success) verdicts[position(item)] = 'written';
  for (const item of error) verdicts[position(item)] = failure(item.json);
  return verdicts;
}

function failure({ hubspotError }: IDataObject): Verdict {
  const { category } = hubspotError as { category?: string };
  return category === 'NO_OUTCOME' ? 'unanswered' : 'refused';
}

function position({ pairedItem }: INodeExecutionData): number {
  return typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : NaN;
}
