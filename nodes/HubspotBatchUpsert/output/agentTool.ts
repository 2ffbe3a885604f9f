import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import type { AgentOutput } from '../model/settings';

type Outputs = [success: INodeExecutionData[], error: INodeExecutionData[]];

/** What an agent needs to go on: what became of the record, and what to change where it was refused. */
const SIMPLIFIED = [
  ...['outcome', 'reason', 'idValue', 'id', 'url', 'changes'],
  ...['leftOut', 'superseded', 'warnings'],
  ...['message', 'property', 'value', 'category', 'retryable'],
];

/** Without these an agent would not know what happened. */
const ALWAYS = ['outcome', 'message'];

/**
 * Does an AI agent run the node as its tool? n8n then adds "Tool" to the name of the node's type
 * and sends its output to the agent's connection.
 */
export function isAgentTool(node: INode): boolean {
  return node.type.endsWith('Tool') || node.rewireOutputLogTo === 'ai_tool';
}

/**
 * An agent sees the first output alone, so failures have to stand there, in input order. It pays for
 * every word, so it is shown no more than the fields that were asked for.
 *
 * @param input Of which an item may carry what an earlier node told of another record.
 */
export function showAgent(
  [success, error]: Outputs,
  form: AgentOutput,
  input: readonly INodeExecutionData[],
): Outputs {
  const all = [...success, ...error].sort((a, b) => position(a) - position(b));
  const current = all.map((item) => withoutEarlier(item, input[position(item)]?.json));
  const shown = fieldsShown(form);
  return [shown ? current.map((item) => only(shown, item)) : current, []];
}

/** A record that was not written would else look written: a failed item keeps its own fields. */
function withoutEarlier(item: INodeExecutionData, given: IDataObject = {}): INodeExecutionData {
  const { hubspot, ...json } = item.json;
  return hubspot !== undefined && hubspot === given.hubspot ? { ...item, json } : item;
}

/** Undefined where everything is shown. */
function fieldsShown({ kind, fields }: AgentOutput): ReadonlySet<string> | undefined {
  if (kind === 'raw') return undefined;
  return new Set(kind === 'simplified' ? SIMPLIFIED : [...ALWAYS, ...fields]);
}

function only(shown: ReadonlySet<string>, item: INodeExecutionData): INodeExecutionData {
  const told = ['hubspot', 'hubspotError'].filter((name) => name in item.json);
  // Where the record alone is put out, its fields stand by themselves.
  if (told.length === 0) return { ...item, json: pick(shown, item.json) };
  const fields = told.map((name) => [name, pick(shown, item.json[name] as IDataObject)]);
  return { ...item, json: Object.fromEntries(fields) as IDataObject };
}

function pick(shown: ReadonlySet<string>, fields: IDataObject): IDataObject {
  return Object.fromEntries(Object.entries(fields ?? {}).filter(([name]) => shown.has(name)));
}

function position({ pairedItem }: INodeExecutionData): number {
  return typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : 0;
}
