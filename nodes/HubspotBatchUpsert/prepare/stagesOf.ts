import type { IDataObject } from 'n8n-workflow';
import type { PropertyDefinition } from '../hubspot/types';
import type { ValueRules } from '../model/settings';
import { NeedsOptions } from '../values/conversion';
import { trimInvisible } from '../values/invisible';
import { OptionIndex } from '../values/optionIndex';
import { toPropertyText } from '../values/propertyValue';

/** What is known of a record's pipeline. */
interface OwnPipeline {
  /** Its id; neither undefined nor empty where the item names one. */
  id: string | undefined;
  /** Of the property that names it. */
  definition: PropertyDefinition | undefined;
}

/**
 * The definition with the stages that a value may mean: by its internal value any, since HubSpot tells
 * whether the pipeline has it; by its label those of the pipeline that the item names. Where several
 * pipelines are listed, a definition lists the stages of all and does not say whose they are: then the
 * pipelines have to be known first.
 */
export function stagesOf(
  definition: PropertyDefinition | undefined,
  value: IDataObject[string],
  { id = '', definition: pipelines }: OwnPipeline,
  rules: ValueRules,
): PropertyDefinition | NeedsOptions | undefined {
  const { asked, options = [] } = definition ?? {};
  const text = toPropertyText(value, undefined, rules);
  if (options.length === 0 || typeof text !== 'string' || text === '') return definition;
  const meant = OptionIndex.of(options).meant(text);
  if (meant[0]?.value === trimInvisible(text)) return definition;
  if (asked) return asked.byPipeline?.get(id) ?? definition;
  const isOpen = id !== '' || meant.length > 1;
  return isOpen && pipelines?.options?.length !== 1 ? new NeedsOptions('pipelines') : definition;
}
