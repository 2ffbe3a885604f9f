import type { HubspotClient } from './client';
import type { Run } from './run';

/** What it takes to ask HubSpot for something on behalf of a run. */
export interface RunContext {
  client: HubspotClient;
  run: Run;
}
