import type { DefinitionsByObjectType } from '../hubspot/propertyDefinitions';
import type { HubspotClient } from './client';
import type { Run } from './run';

/** What it takes to send a batch and to settle what becomes of it. */
export interface Delivering {
  client: HubspotClient;
  run: Run;
  catalogs: DefinitionsByObjectType;
}
