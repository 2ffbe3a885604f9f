import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/**
 * The input as the node goes by it, for reading and for the outputs: an item whose `json` is missing
 * or no object has no fields. n8n's engine hands on whatever other nodes, pins and callers of
 * sub-workflows give.
 */
export function normalizeItems(input: readonly unknown[]): INodeExecutionData[] {
  return input.map((item) => {
    const given = Object(item) as Partial<INodeExecutionData>;
    return isFields(given.json) ? (given as INodeExecutionData) : { ...given, json: {} };
  });
}

function isFields(json: unknown): json is IDataObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
