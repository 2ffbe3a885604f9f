import type { INodeExecutionData } from 'n8n-workflow';
import type { NodeOutcome } from '../../sandbox/engine/runNode';

/** `hubspotError` of an Error item, as the contract lists its fields. */
export interface HubspotErrorFields {
  category: string;
  code: string | null;
  message: string;
  property: string | null;
  value: unknown;
  httpStatus: number | null;
  correlationId: string | null;
  subCategory: unknown;
  context: Record<string, unknown> | null;
  errors: Array<{ message?: string; code?: string; context?: Record<string, unknown> }> | null;
  retryable: boolean;
  attempted: boolean;
  stage: string;
  objectType: string | null;
  idProperty: string | null;
  idValue: string | null;
  objectWriteTraceId: string | null;
}

/** `hubspot` of a Success item, as far as tests look into it. */
export interface HubspotFields {
  outcome: string;
  reason?: string;
  changes?: Record<string, { from: string | null; to: string }>;
  objectType: string;
  idProperty: string;
  idValue: string;
  id: string;
  new?: boolean;
  properties: Record<string, string>;
  objectWriteTraceId: string;
  warnings?: unknown;
  superseded?: string[];
  associations?: Array<{ toObjectType: string; toId: string; label: string }>;
}

const CONTRACT_FIELDS = [
  'attempted',
  'category',
  'code',
  'context',
  'correlationId',
  'errors',
  'httpStatus',
  'idProperty',
  'idValue',
  'message',
  'objectType',
  'objectWriteTraceId',
  'property',
  'retryable',
  'stage',
  'subCategory',
  'value',
];

export function failureOf({ json }: INodeExecutionData): HubspotErrorFields {
  return json.hubspotError as unknown as HubspotErrorFields;
}

export function failuresOf({ error }: NodeOutcome): HubspotErrorFields[] {
  return error.map(failureOf);
}

/** The only Error item's failure. */
export function onlyFailureOf(outcome: NodeOutcome): HubspotErrorFields {
  expect(outcome.error).toHaveLength(1);
  return failureOf(outcome.error[0]!);
}

export function writtenOf({ success }: NodeOutcome): HubspotFields[] {
  return success.map(({ json }) => json.hubspot as unknown as HubspotFields);
}

/** The keys of the records that the Success items name, in input order. */
export function writtenKeys(outcome: NodeOutcome): string[] {
  return writtenOf(outcome).map(({ idValue }) => idValue);
}

/** The keys of the records that the Error items name, in input order; null where an item has no key. */
export function failedKeys(outcome: NodeOutcome): Array<string | null> {
  return failuresOf(outcome).map(({ idValue }) => idValue);
}

/** The input positions of the items of one output. */
export function positions(items: INodeExecutionData[]): number[] {
  return items.map(({ pairedItem }) =>
    typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : NaN,
  );
}

/**
 * What holds for every run that did not throw: every item left exactly once, in input order, and
 * every Error item has all fields of the contract.
 */
export function expectAllAccounted(outcome: NodeOutcome, count: number): void {
  expect(outcome.thrown).toBeUndefined();
  const { success, error, outputs } = outcome;
  expect(outputs.slice(2).flat()).toEqual([]);
  const left = [positions(success), positions(error)];
  for (const order of left) expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(left.flat().sort((a, b) => a - b)).toEqual([...Array(count).keys()]);
  expect(error.map(failureOf).filter(isIncomplete)).toEqual([]);
}

/** One look at all of them: to expect something of each takes longer than most runs of the node. */
function isIncomplete(failure: HubspotErrorFields): boolean {
  return failure.message === '' || Object.keys(failure).sort().join() !== CONTRACT_FIELDS.join();
}
