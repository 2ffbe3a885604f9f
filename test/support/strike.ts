import type { IDataObject } from 'n8n-workflow';
import type { NodeOutcome, NodeSettings } from '../../sandbox/engine/runNode';
import type { FaultAction, FaultMatch } from '../../sandbox/hubspot/faults/fault';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';
import { sandboxForTest, takeSerial, UPSERT } from './sandbox';
import { serviceKeyOf, upsert } from './upsert';

interface LineItem extends IDataObject {
  invoice_line_key: string;
  name: string;
  price: number;
  serial?: string;
}

/** A batch of three, the middle one bad: another record already has its serial number. */
export const ROWS: LineItem[] = [
  { invoice_line_key: 'K-0', name: 'first', price: 1 },
  { invoice_line_key: 'K-1', name: 'second', price: 2, serial: 'taken' },
  { invoice_line_key: 'K-2', name: 'third', price: 3 },
];

export interface Blow {
  fault: FaultAction | FaultAction[];
  /** Every upsert unless told. */
  match?: FaultMatch;
  options?: IDataObject;
  settings?: NodeSettings;
  sandbox?: Parameters<typeof sandboxForTest>[0];
}

export interface Struck {
  sandbox: Sandbox;
  outcome: NodeOutcome;
}

/** Runs the node on the three rows against a HubSpot with the fault. Never waits to repeat. */
export async function strike({ fault, match, options, settings, ...more }: Blow): Promise<Struck> {
  const sandbox = await sandboxForTest(more.sandbox);
  takeSerial(sandbox, 'taken');
  sandbox.faults.add({ match: { path: UPSERT, ...match }, do: fault });
  const outcome = await upsert({
    items: ROWS,
    credential: serviceKeyOf(sandbox),
    parameters: { options: { maxRetries: 1, ...options } },
    settings,
  });
  return { sandbox, outcome };
}
