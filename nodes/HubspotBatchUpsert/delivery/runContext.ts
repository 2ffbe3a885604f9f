import type { Catalogs } from '../hubspot/propertyDefinitions';
import type { HubspotClient } from './client';
import type { RunState } from './run';

/** What it takes to send a batch and to settle what becomes of it. */
export interface Delivering {
  client: HubspotClient;
  run: RunState;
  catalogs: Catalogs;
}
