import type { Catalogs } from '../records/catalog';
import type { HubspotClient } from './client';
import type { RunState } from './runState';

/** What it takes to send a batch and to settle what becomes of it. */
export interface Delivering {
  client: HubspotClient;
  run: RunState;
  catalogs: Catalogs;
}
