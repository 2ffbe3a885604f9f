import { propertyOptions, type PropertyDefinition } from '../properties/definition';

/** A pipeline of an object type and its stages. */
export interface Pipeline {
  id: string;
  label: string;
  stages: ReadonlyArray<{ id: string; label: string }>;
}

const PIPELINES = ['pipeline', 'hs_pipeline'];
const STAGES = ['dealstage', 'hs_pipeline_stage'];

/** Is the property's value a pipeline or a stage? */
export function holdsPipelines({ name }: PropertyDefinition): boolean {
  return PIPELINES.includes(name) || STAGES.includes(name);
}

/** The one pipeline that an object type begins with, if it has any, going by its definitions. */
export function firstPipelines(definitions: readonly PropertyDefinition[]): Pipeline[] {
  const optionsOf = (names: string[]) =>
    definitions
      .filter(({ name }) => names.includes(name))
      .flatMap(({ options }) => options)
      .map(({ value, label }) => ({ id: value, label }));
  return optionsOf(PIPELINES).map((pipeline) => ({ ...pipeline, stages: optionsOf(STAGES) }));
}

/** The definition with what a further pipeline makes of it. */
export function withPipeline(
  definition: PropertyDefinition,
  { id, label, stages }: Pipeline,
): PropertyDefinition {
  const added = PIPELINES.includes(definition.name) ? [{ id, label }] : stages;
  const pairs = added.map((option) => [option.id, option.label]);
  const options = propertyOptions(Object.fromEntries(pairs) as Record<string, string>);
  return { ...definition, options: [...definition.options, ...options] };
}
