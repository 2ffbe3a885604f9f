import type { PropertyDefinition } from './types';

/** Lists that HubSpot keeps outside of property definitions. */
export type OptionSource = 'owners' | 'archivedOwners' | 'pipelines';

/** By a property whose values are stages: the one that names their pipeline. */
const PIPELINE_OF_STAGE: ReadonlyMap<string, string> = new Map([
  ['dealstage', 'pipeline'],
  ['hs_pipeline_stage', 'hs_pipeline'],
]);

const PIPELINES: ReadonlySet<string> = new Set(PIPELINE_OF_STAGE.values());

/** Are the property's values the ids of owners? */
export function holdsOwners({ referencedObjectType }: PropertyDefinition): boolean {
  return referencedObjectType === 'OWNER';
}

/** Are they pipelines or stages? */
export function holdsPipelines({ name }: PropertyDefinition): boolean {
  return PIPELINES.has(name) || PIPELINE_OF_STAGE.has(name);
}

/** Does HubSpot keep the property's options elsewhere, without a list of them in the definition? */
export function areOptionsUnlisted({ options = [], externalOptions }: PropertyDefinition): boolean {
  return externalOptions === true && options.length === 0;
}

/** The property by which a record names the pipeline of its stage; undefined of any other property. */
export function pipelinePropertyOf(property: string): string | undefined {
  // Most properties are asked about, and few are stages.
  return property.endsWith('stage') ? PIPELINE_OF_STAGE.get(property) : undefined;
}
