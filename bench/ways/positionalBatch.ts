import { randomUUID } from 'node:crypto';
import {
  NodeConnectionTypes,
  NodeOperationError,
  type IDataObject,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';

const CHUNK = 100;

/**
 * A batch node as it is quickly written: a trace id for each record, so that HubSpot answers 207 and
 * one bad record does not refuse the batch, but that answer is taken for success as any other below
 * 300. `errors` and trace ids are not looked at, and the first result is given to the first item. An
 * error is told of every item of its chunk.
 */
export class PositionalBatch implements INodeType {
  description: INodeTypeDescription;

  /** @param credential Name of its credential type, which has a `baseUrl`. */
  constructor(credential: string) {
    this.description = {
      displayName: 'Positional Batch',
      name: 'positionalBatch',
      group: ['output'],
      version: 1,
      description: 'Upserts items into HubSpot in chunks of 100',
      defaults: { name: 'Positional Batch' },
      inputs: [NodeConnectionTypes.Main],
      outputs: [NodeConnectionTypes.Main],
      credentials: [{ name: credential, required: true }],
      properties: [
        { displayName: 'Object Type', name: 'objectType', type: 'string', default: '' },
        { displayName: 'ID Property', name: 'idProperty', type: 'string', default: '' },
      ],
    };
  }

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const items = this.getInputData();
    const output: INodeExecutionData[] = [];
    for (let first = 0; first < items.length; first += CHUNK) {
      const chunk = items.slice(first, first + CHUNK);
      const tell = (index: number, more: IDataObject) =>
        output.push({
          json: { ...chunk[index]?.json, ...more },
          pairedItem: { item: first + index },
        });
      try {
        const results = await upsert.call(this, chunk);
        for (const index of chunk.keys()) tell(index, results[index] ?? {});
      } catch (error) {
        const problem = new NodeOperationError(this.getNode(), error as Error);
        if (!this.continueOnFail()) throw problem;
        for (const index of chunk.keys()) tell(index, { error: problem.message });
      }
    }
    return [output];
  }
}

async function upsert(
  this: IExecuteFunctions,
  chunk: readonly INodeExecutionData[],
): Promise<IDataObject[]> {
  const [credential = ''] = Object.keys(this.getNode().credentials ?? {});
  const { baseUrl } = await this.getCredentials<{ baseUrl: string }>(credential);
  const objectType = this.getNodeParameter('objectType', 0) as string;
  const idProperty = this.getNodeParameter('idProperty', 0) as string;
  const { results } = (await this.helpers.httpRequestWithAuthentication.call(this, credential, {
    method: 'POST',
    baseURL: baseUrl,
    url: `/crm/v3/objects/${objectType}/batch/upsert`,
    body: {
      inputs: chunk.map(({ json: { [idProperty]: id, ...properties } }) => ({
        id,
        idProperty,
        objectWriteTraceId: randomUUID(),
        properties,
      })),
    },
  })) as { results: IDataObject[] };
  return results;
}
