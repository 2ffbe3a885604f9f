import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { AssociationWish } from '../model/association';
import type { ParameterName } from '../model/panelNames';
import type { TargetNames } from '../model/target';
import { associationsPerItem } from './associations';
import { recordOfEarlierRun, withoutEarlierRun, type EarlierRecord } from './earlierRun';
import type { Source } from './expression';
import { located, objectTypeReader, toText } from './located';
import { perItem, type PerItem } from './perItem';

/** What one item asks for as it came, before anything is checked. */
export interface RawItem extends TargetNames {
  index: number;
  /** What stands in the parameter `id`; empty where the mapped value of idProperty is to serve. */
  id: unknown;
  /** Property name to value. */
  values: IDataObject;
  traceId: string;
  /** Given where an earlier run wrote a record for the item, which is led back in to be associated. */
  earlierRecord?: EarlierRecord;
}

/** A parameter of one item, or what is mapped to a property, could not be evaluated. */
export interface UnreadableItem {
  index: number;
  parameter: ParameterName;
  /** Given where the expression is mapped to one. */
  property?: string;
  reason: string;
}

export interface ReadItems {
  count: number;
  /** The targets that items name, each once. */
  targets: readonly TargetNames[];
  /** Can object type or idProperty differ between items? */
  varies: boolean;
  /** Are the values the item's own fields, rather than mapped one by one? */
  mapsAutomatically: boolean;
  /** What one item asks for. It is asked once, and what was read is not held any longer. */
  at: (index: number) => RawItem | UnreadableItem;
  /** Records that one item wants its own associated with; left out where no item can ask for any. */
  associationsAt?: (index: number) => readonly AssociationWish[] | UnreadableItem;
}

export function isReadable<Read extends object>(read: Read | UnreadableItem): read is Read {
  return !('reason' in read);
}

/** Makes the parameters that can differ between items readable. */
export function readItems(context: IExecuteFunctions, input: INodeExecutionData[]): ReadItems {
  const mapping = context.getNodeParameter('properties.mappingMode', 0, 'autoMapInputData');
  const mapsAutomatically = mapping !== 'defineBelow';
  const raw = (name: string): unknown =>
    context.getNodeParameter(name, 0, '', { rawExpressions: true });
  const source = { context, input };
  const objectType = perItem(source, raw('objectType'), objectTypeReader());
  const idProperty = perItem(source, raw('idProperty'), located);
  const id = perItem(source, raw('id'), (value) => value);
  const traceId = perItem(source, raw('options.objectWriteTraceId'), toText);
  const associations = associationsPerItem(source, raw('associations.association'));
  const mapped = mapsAutomatically ? undefined : mappedValues(source, raw('properties.value'));

  const at = (index: number): RawItem | UnreadableItem => {
    const reading = new Reading(index);
    const { json = {} } = input[index] ?? {};
    const item: RawItem = {
      index,
      objectType: reading.of('objectType', objectType) ?? '',
      idProperty: reading.of('idProperty', idProperty) ?? '',
      id: reading.of('id', id),
      values: mapped ? reading.each(mapped) : withoutEarlierRun(json),
      traceId: reading.of('objectWriteTraceId', traceId) ?? '',
    };
    const earlierRecord = associations.length > 0 ? recordOfEarlierRun(json) : undefined;
    if (earlierRecord) item.earlierRecord = earlierRecord;
    return reading.failed ?? item;
  };
  const associationsAt = (index: number): readonly AssociationWish[] | UnreadableItem => {
    const reading = new Reading(index);
    const wishes = associations.flatMap((wish) => reading.of('associations', wish) ?? []);
    return reading.failed ?? wishes;
  };
  const common = {
    count: input.length,
    mapsAutomatically,
    ...(associations.length > 0 && { associationsAt }),
  };
  if (!objectType.varies && !idProperty.varies) {
    const target = { objectType: objectType.at(0), idProperty: idProperty.at(0) };
    return { ...common, targets: input.length > 0 ? [target] : [], varies: false, at };
  }
  const items = new Map(input.map((_, index) => [index, at(index)]));
  return {
    ...common,
    targets: distinctTargets(items.values()),
    varies: true,
    at: (index) => {
      const item = items.get(index) ?? at(index);
      items.delete(index);
      return item;
    },
  };
}

function distinctTargets(items: Iterable<RawItem | UnreadableItem>): TargetNames[] {
  const known = new Map<string, Set<string>>();
  for (const item of items) {
    if (!isReadable(item)) continue;
    const { objectType, idProperty } = item;
    known.set(objectType, (known.get(objectType) ?? new Set()).add(idProperty));
  }
  return [...known].flatMap(([objectType, idProperties]) =>
    [...idProperties].map((idProperty) => ({ objectType, idProperty })),
  );
}

type MappedValue = [property: string, value: PerItem<IDataObject[string]>];

/**
 * The properties that the user filled in. The editor keeps a null for every one left empty, and
 * those must not clear anything in HubSpot, whatever the option for empty values says.
 */
function mappedValues(source: Source, mapping: unknown): MappedValue[] {
  return Object.entries(toFields(mapping))
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([property, value]) => [
      property,
      perItem(source, value, (given) => given as IDataObject[string]),
    ]);
}

/** Reads the parameters of one item and remembers the first that could not be evaluated. */
class Reading {
  failed: UnreadableItem | undefined;

  constructor(private readonly index: number) {}

  of<Value>(parameter: ParameterName, value: PerItem<Value>, property?: string): Value | undefined {
    try {
      return value.at(this.index);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.failed ??= { index: this.index, parameter, property, reason };
      return undefined;
    }
  }

  each(mapped: readonly MappedValue[]): IDataObject {
    return Object.fromEntries(
      mapped.map(([property, value]) => [property, this.of('properties', value, property)]),
    );
  }
}

function toFields(value: unknown): IDataObject {
  return typeof value === 'object' && value !== null ? (value as IDataObject) : {};
}
