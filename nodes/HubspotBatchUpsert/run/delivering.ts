import type { Catalog } from '../records/catalog';
import type { HubspotClient } from './client';
import type { RunState } from './runState';

/** What it takes to send a batch and to settle what becomes of it. */
export interface Delivering {
  client: HubspotClient;
  run: RunState;
  /** By object type. */
  catalogs: ReadonlyMap<string, Catalog>;
}
