import type { Installation } from './installation';
import type { PackedNode } from './packedNode';
import type { Session } from './restApi';

/** What all scenarios share. Each runs in a process of its own, so it is plain data. */
export interface Rig {
  installation: Installation;
  packed: PackedNode;
  /** Logged in to the n8n that serves every scenario which needs none of its own. */
  session: Session;
  /** Its process. */
  pid: number;
  /** The file with its log. */
  log: string;
  /** A folder whose files that n8n's workflows may read and write. */
  files: string;
  /** For homes of further servers; gone when the rig stops. */
  scratch: string;
}

const VARIABLE = 'HUBSPOT_E2E_RIG';

/** Hands the rig down to the scenarios' processes. */
export function passOn(rig: Rig): void {
  process.env[VARIABLE] = JSON.stringify(rig);
}

/** @throws Error outside of `npm run e2e` */
export function rig(): Rig {
  const text = process.env[VARIABLE];
  if (text === undefined)
    throw new Error('Scenarios run by `npm run e2e`, which starts n8n first.');
  return JSON.parse(text) as Rig;
}
