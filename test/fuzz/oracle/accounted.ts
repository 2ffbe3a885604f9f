import { isDeepStrictEqual } from 'node:util';
import type { NodeOutcome } from '../../../sandbox/engine/runNode';
import { positions } from '../../support/accounted';
import type { IDataObject } from 'n8n-workflow';
import type { FuzzCase } from '../cases/fuzzCase';
import { leavingOf } from './leaving';

/** What is known of the items, and in which form they leave. */
interface AccountedCase {
  rows: ReadonlyArray<{ json: IDataObject; shape?: object }>;
  options: Pick<FuzzCase['options'], 'output'>;
}

const NODES_OWN = ['hubspot', 'hubspotError'];

/** Items out are items in: each index once, in order, with the fields that it came with. */
export function unaccounted(outcome: NodeOutcome, { rows, options }: AccountedCase): string[] {
  const { success, error, outputs } = outcome;
  const objections: string[] = [];
  if (outputs.slice(2).flat().length > 0)
    objections.push('n8n moved items to an output of its own');
  const orders = [positions(success), positions(error)];
  for (const order of orders) {
    if (order.some((index, at) => at > 0 && index <= order[at - 1]!)) {
      objections.push(`an output is out of order: ${order.join(' ')}`);
    }
  }
  const left = orders.flat().sort((a, b) => a - b);
  if (!isDeepStrictEqual(left, [...rows.keys()])) {
    objections.push(`of ${rows.length} items these left: ${left.join(' ')}`);
  }
  for (const leaving of leavingOf(outcome, options.output)) {
    const { json } = leaving.item;
    if (Object.getPrototypeOf(json) !== Object.prototype) {
      objections.push(`item ${leaving.index} has got another prototype`);
    }
    if ('success' in leaving && options.output === 'record') continue;
    const { shape = {} } = rows[leaving.index] ?? {};
    if ('binary' in shape && !isDeepStrictEqual(leaving.item.binary, shape.binary)) {
      objections.push(`item ${leaving.index} lost its binary data`);
    }
    const given = Object.entries(rows[leaving.index]?.json ?? {});
    for (const [name, value] of given) {
      if (NODES_OWN.includes(name)) continue;
      const kept = Object.getOwnPropertyDescriptor(json, name)?.value as unknown;
      if (!isDeepStrictEqual(kept, value)) {
        objections.push(`item ${leaving.index} lost its field ${JSON.stringify(name)}`);
      }
    }
  }
  return objections;
}
