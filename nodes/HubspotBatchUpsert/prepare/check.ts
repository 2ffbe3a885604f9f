import type { IDataObject } from 'n8n-workflow';
import { pipelinePropertyOf } from '../hubspot/optionSource';
import { isWritable, type PropertyDefinitions } from '../hubspot/propertyDefinitions';
import type { ErrorDetail, PropertyDefinition, PropertyValues } from '../hubspot/types';
import type { RawItem } from '../input/items';
import type { InputNotes } from '../model/inputNotes';
import { ownFailure, type Failure, type OwnCategory } from '../model/outcome';
import type { RecordInput } from '../model/record';
import type { Settings, ValueRules } from '../model/settings';
import type { Target } from '../model/target';
import { Invalid, NeedsOptions } from '../values/conversion';
import { quote } from '../values/quote';
import { normalizeId } from '../values/idValue';
import { isBlank } from '../values/plainValue';
import { toPropertyText } from '../values/propertyValue';
import { likelyProperty } from './fieldNames';

export interface CheckRules extends ValueRules, Pick<Settings, 'unknownFields'> {
  mapsAutomatically: boolean;
}

/** Something in one item that HubSpot would not take. */
interface Defect {
  category: OwnCategory & ('UNKNOWN_PROPERTY' | 'INVALID_VALUE');
  property: string;
  value: unknown;
  reason: string;
}

/**
 * Turns what an item asks for into a record that HubSpot can store, or says everything that is
 * wrong with it at once, or which options have to be known first.
 *
 * @param id The record's, as `identify` tells it.
 */
export function check(
  item: RawItem,
  id: string,
  target: Target,
  rules: CheckRules,
  notes: InputNotes,
): RecordInput | Failure | NeedsOptions {
  const { idProperty, definitions } = target;
  const properties: PropertyValues = {};
  const defects: Defect[] = [];
  const ignored: string[] = [];
  const stages: string[] = [];
  for (const property in item.values) {
    if (!Object.hasOwn(item.values, property)) continue;
    if (property === idProperty && isBlank(item.id)) continue;
    const value = item.values[property];
    if (value === undefined && rules.mapsAutomatically) continue;
    if (property !== idProperty && isStage(definitions?.get(property))) {
      stages.push(property);
      continue;
    }
    const checked = checkValue(property, value, definitions, rules);
    if (checked === undefined) continue;
    if (checked instanceof NeedsOptions) return checked;
    if (checked === IGNORED) ignored.push(property);
    else if (typeof checked !== 'string') defects.push(checked);
    else if (property !== idProperty || renames(checked, target, id)) {
      put(properties, property, checked);
    }
  }
  for (const property of stages) {
    const pipeline = pipelinePropertyOf(property) ?? '';
    if (defects.some((defect) => defect.property === pipeline)) continue;
    const definition = definitions?.get(property);
    const ofPipeline = definition?.asked?.byPipeline?.get(properties[pipeline] ?? '') ?? definition;
    const checked = convert(property, item.values[property], ofPipeline, rules);
    if (typeof checked === 'string') put(properties, property, checked);
    else if (checked instanceof NeedsOptions) return checked;
    else if (checked) defects.push(checked);
  }
  for (const field of ignored) {
    notes.noteIgnored(field, () => likelyProperty(field, definitions));
  }
  if (defects[0]) return describe(defects[0], defects);
  notes.noteUndecoded(properties);
  return { target, id, index: item.index, properties, traceId: item.traceId };
}

/** Fields come from anywhere, also under the one name that means something to every object. */
function put(properties: PropertyValues, name: string, value: string): void {
  if (name !== '__proto__') properties[name] = value;
  else Object.defineProperty(properties, name, { value, enumerable: true });
}

/** Is the property's value a stage, which is told by what the record's pipeline is? */
function isStage(definition: PropertyDefinition | undefined): boolean {
  return definition?.asked?.byPipeline !== undefined && isWritable(definition);
}

/** Stands for a field that is no property and that nobody wants to be told of. */
const IGNORED: unique symbol = Symbol('ignored');

/** The text to send, a defect, or undefined where nothing is to be sent. */
function checkValue(
  property: string,
  value: IDataObject[string],
  definitions: PropertyDefinitions,
  rules: CheckRules,
): string | Defect | NeedsOptions | typeof IGNORED | undefined {
  const definition = definitions?.get(property);
  if (definitions && !(definition && isWritable(definition))) {
    const fate = rules.mapsAutomatically ? rules.unknownFields : 'reject';
    if (fate === 'ignore') return IGNORED;
    if (fate === 'reject') {
      const reason = definition
        ? `HubSpot does not let the property ${quote(property)} be written`
        : `HubSpot has no property ${quote(property)} for this object type`;
      return { category: 'UNKNOWN_PROPERTY', property, value, reason };
    }
  }
  return convert(property, value, definition, rules);
}

function convert(
  property: string,
  value: IDataObject[string],
  definition: PropertyDefinition | undefined,
  rules: ValueRules,
): string | Defect | NeedsOptions | undefined {
  const converted = toPropertyText(value, definition, rules);
  return converted instanceof Invalid
    ? { category: 'INVALID_VALUE', property, value, reason: converted.reason }
    : converted;
}

/** Does the write give the record another value of the property that identifies it? */
function renames(value: string, target: Target, id: string): boolean {
  return value !== '' && normalizeId(target, value) !== id;
}

function describe(first: Defect, all: Defect[]): Failure {
  const errors = all.map(({ category, property, reason }): ErrorDetail => ({
    message: reason,
    code: category,
    context: { propertyName: [property] },
  }));
  const message = all.map(({ property, reason }) => `${property}: ${reason}`).join('. ');
  const { category, property, value } = first;
  return ownFailure(category, message, { property, value, code: category, errors });
}
