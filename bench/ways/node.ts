import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { NodeOutcome } from '../../sandbox/engine/runNode';
import {
  DEAL_KEY,
  ID_PROPERTY,
  OBJECT_TYPE,
  dealOf,
  extractedItems,
  type LineItem,
} from '../lineItems';
import { loadPackage } from '../processes/builtNode';
import { positionOf, timedRun } from './inEngine';
import type { PrepareWay, Told, Verdict, WayJob, WayRun } from './way';

/** This project's node with its default options, in n8n's engine. */
export const node: PrepareWay = (rows, job) => prepare(rows, job, AUTOMATIC_MAPPING);

/** This project's node with its default options, where each line item is associated with its deal. */
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
    const outcome = await timedRun({
      nodeType: built.node,
      parameters,
      items,
      credentialTypes: [built.serviceKey],
      credential: { type: built.serviceKey.name, data: { serviceKey, baseUrl } },
    });
    if (outcome.thrown) throw outcome.thrown;
    return { milliseconds: outcome.milliseconds, told: toldBy(outcome, items.length) };
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

/** What the node's outputs tell of each item that it was given. */
export function toldBy({ success, error }: NodeOutcome, count: number): Told[] {
  const told = new Array<Told>(count).fill({ verdict: 'unanswered' });
  for (const item of success) {
    const { id } = item.json.hubspot as { id: string };
    told[positionOf(item)] = { verdict: 'written', recordId: id };
  }
  for (const item of error) told[positionOf(item)] = { verdict: failure(item.json) };
  return told;
}

function failure({ hubspotError }: IDataObject): Verdict {
  const { category } = hubspotError as { category?: string };
  return category === 'NO_OUTCOME' ? 'unanswered' : 'refused';
}
