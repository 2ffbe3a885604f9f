import type { IDataObject } from 'n8n-workflow';
import { pipelinePropertyOf } from '../hubspot/optionSource';
import { isWritable, RECORD_ID } from '../hubspot/propertyDefinitions';
import type { PropertyDefinition, PropertyValues } from '../hubspot/types';
import type { RawItem } from '../input/items';
import type { Failure } from '../model/outcome';
import type { RecordInput } from '../model/record';
import type { Settings } from '../model/settings';
import type { Target } from '../model/target';
import { Invalid, NeedsOptions } from '../values/conversion';
import { normalizeId } from '../values/idValue';
import { isBlank } from '../values/plainValue';
import { toPropertyText } from '../values/propertyValue';
import { quote } from '../values/quote';
import { failureOf, sortDefects, type Defect } from './defects';
import type { IdentifyRules } from './identify';
import { NO_OTHER_NAMES, type MatchedFields } from './matchFields';
import { setOwn } from './ownField';
import { stagesOf } from './stagesOf';

export interface CheckRules
  extends IdentifyRules, Pick<Settings, 'fieldNames' | 'invalidValues' | 'unknownFields'> {
  mapsAutomatically: boolean;
}

/**
 * Turns what an item asks for into a record that HubSpot can store, or says everything that is
 * wrong with it at once, or which options have to be known first.
 *
 * @param id The record's, as `identify` tells it.
 * @param matched How the fields of the item were matched with properties.
 */
export function check(
  item: RawItem,
  id: string,
  target: Target,
  rules: CheckRules,
  { fieldNames, whyUnmatched }: Omit<MatchedFields, 'values'> = { fieldNames: NO_OTHER_NAMES },
): RecordInput | Failure | NeedsOptions {
  const { idProperty } = target;
  const properties: PropertyValues = {};
  const defects: Defect[] = [];
  for (const property of stagesLast(Object.keys(item.values))) {
    if (property === idProperty && (isBlank(item.id) || idProperty === RECORD_ID)) continue;
    const value = item.values[property];
    if (value === undefined && rules.mapsAutomatically) continue;
    const pipeline = pipelinePropertyOf(property);
    if (pipeline !== undefined && hasDefect(pipeline, defects)) {
      const asksForAnything = toPropertyText(value, undefined, rules) !== undefined;
      if (rules.invalidValues === 'leaveOut' && asksForAnything) {
        defects.push(withoutItsPipeline(property, value, pipeline));
      }
      continue;
    }
    const definition = definitionFor(property, value, properties, target, rules);
    if (definition instanceof NeedsOptions) return definition;
    const checked =
      whyNotWritten(property, value, definition, target, rules, whyUnmatched) ??
      convert(property, value, definition, item.index, rules);
    if (checked instanceof NeedsOptions) return checked;
    if (typeof checked === 'object') defects.push(checked);
    else if (checked !== undefined && (property !== idProperty || renames(checked, target, id))) {
      setOwn(properties, property, checked);
    }
  }
  const input: RecordInput = { target, id, index: item.index, properties, traceId: item.traceId };
  if (defects.length === 0) return input;
  const { fatal, leftOut } = sortDefects(defects, idProperty, rules);
  if (leftOut.length > 0) input.leftOut = leftOut;
  return failureOf(fatal, fieldNames) ?? input;
}

/** Which stages there are depends on what the record's pipeline is. */
function stagesLast(properties: string[]): readonly string[] {
  if (!properties.some(isStage)) return properties;
  return [...properties.filter((property) => !isStage(property)), ...properties.filter(isStage)];
}

function isStage(property: string): boolean {
  return pipelinePropertyOf(property) !== undefined;
}

function hasDefect(property: string, defects: readonly Defect[]): boolean {
  return defects.some((defect) => defect.property === property);
}

/** What there is of the property for this record; undefined where HubSpot has no such property. */
function definitionFor(
  property: string,
  value: IDataObject[string],
  properties: PropertyValues,
  { definitions }: Target,
  rules: CheckRules,
): PropertyDefinition | NeedsOptions | undefined {
  const definition = definitions?.get(property);
  const pipeline = pipelinePropertyOf(property);
  if (pipeline === undefined) return definition;
  const own = { id: properties[pipeline], definition: definitions?.get(pipeline) };
  return stagesOf(definition, value, own, rules);
}

/** Whether a stage is one depends on a pipeline that is none. */
function withoutItsPipeline(
  property: string,
  value: IDataObject[string],
  pipeline: string,
): Defect {
  const reason = `${quote(value)} can only be checked within its pipeline, and the value of ${pipeline} is invalid: correct ${pipeline}`;
  return { category: 'INVALID_VALUE', property, value, reason };
}

/** Undefined where HubSpot has the property and lets it be written, or is to judge of that itself. */
function whyNotWritten(
  property: string,
  value: IDataObject[string],
  definition: PropertyDefinition | undefined,
  { definitions }: Target,
  { mapsAutomatically, unknownFields }: CheckRules,
  whyUnmatched: MatchedFields['whyUnmatched'],
): Defect | undefined {
  const isKnown = definition !== undefined && isWritable(definition);
  if (definitions === undefined || isKnown) return undefined;
  if (mapsAutomatically && unknownFields === 'send') return undefined;
  const why = definition === undefined ? whyUnmatched?.(property) : undefined;
  const reason = definition
    ? `HubSpot does not let the property ${quote(property)} be written`
    : `HubSpot has no property ${quote(property)} for this object type${why ? ` (${why})` : ''}`;
  return { category: 'UNKNOWN_PROPERTY', property, value, reason };
}

/** The text to send, a defect, or undefined where nothing is to be sent. */
function convert(
  property: string,
  value: IDataObject[string],
  definition: PropertyDefinition | undefined,
  index: number,
  rules: CheckRules,
): string | Defect | NeedsOptions | undefined {
  rules.decimalMarks.note(index, definition, value);
  const converted = toPropertyText(value, definition, rules);
  return converted instanceof Invalid
    ? { category: 'INVALID_VALUE', property, value, reason: converted.reason }
    : converted;
}

/** Does the write give the record another value of the property that identifies it? */
function renames(value: string, target: Target, id: string): boolean {
  return value !== '' && normalizeId(target, value) !== id;
}
