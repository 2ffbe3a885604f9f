import { areOptionsUnlisted, holdsPipelines, pipelinePropertyOf } from '../hubspot/optionSource';
import { parsePipelines, type Pipeline } from '../hubspot/pipelines';
import type { PropertyDefinitions } from '../hubspot/propertyDefinitions';
import type { PropertyDefinition, PropertyOption } from '../hubspot/types';
import { isJsonSuccess } from '../http/response';
import type { RunContext } from './runContext';
import { endsRun, whichScopes } from './unreadList';

/**
 * Reads the pipelines of an object type and puts them and their stages into its definitions. Where they
 * may not be read, a note says what the run does without them.
 */
export async function learnPipelines(
  objectType: string,
  definitions: PropertyDefinitions,
  { client, run }: RunContext,
): Promise<void> {
  const { result } = await client.pipelines(objectType);
  if (result === undefined) return;
  const pipelines = isJsonSuccess(result) ? parsePipelines(result.json) : [];
  const asking = [...(definitions?.values() ?? [])].filter(holdsPipelines);
  if (pipelines.length === 0) {
    if (!isJsonSuccess(result) && endsRun(result, 'the pipelines', run)) return;
    const consequence = asking.some(areOptionsUnlisted)
      ? 'pipelines and stages were sent as they are: their labels are not known'
      : "a stage's label counts in whichever pipeline has it";
    run.notes.push(
      `The pipelines of ${objectType} could not be read, so ${consequence}.${whichScopes(result)}`,
    );
  }
  for (const definition of asking) putPipelines(definition, pipelines);
}

/** What is listed stays. Without any pipeline the property stays one that HubSpot alone can judge. */
function putPipelines(definition: PropertyDefinition, pipelines: readonly Pipeline[]): void {
  const isStage = pipelinePropertyOf(definition.name) !== undefined;
  const known = isStage ? pipelines.flatMap(({ stages }) => stages) : pipelines;
  if (areOptionsUnlisted(definition)) {
    Object.assign(definition, { options: known, externalOptions: pipelines.length === 0 });
  } else if (isStage) definition.options = withPipelines(definition.options ?? [], known);
  definition.asked = isStage ? { byPipeline: byPipeline(definition, pipelines) } : {};
}

function byPipeline(
  definition: PropertyDefinition,
  pipelines: readonly Pipeline[],
): ReadonlyMap<string, PropertyDefinition> {
  return new Map(
    pipelines.map(({ value, stages }) => [
      value,
      { ...definition, options: stages, externalOptions: false, asked: {} },
    ]),
  );
}

function withPipelines(
  listed: readonly PropertyOption[],
  stages: readonly PropertyOption[],
): PropertyOption[] {
  const pipelineOf = new Map(stages.map(({ value, pipeline }) => [value, pipeline]));
  return listed.map((option) => ({ ...option, pipeline: pipelineOf.get(option.value) }));
}
