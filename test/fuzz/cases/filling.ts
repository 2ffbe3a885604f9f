import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Ask } from './asks';
import type { NodeOptions } from './nodeOptions';
import type { Row } from './rows';
import type { Target } from './target';

/** How the user filled in the parameters that differ from item to item. */
export interface Filling {
  /** Are the properties chosen one by one? */
  definesBelow: boolean;
  /** Do expressions more than name a field, so that n8n has to evaluate them? */
  computes: boolean;
  /** Does the parameter `id` say which record is meant, and the item's own field the same or nothing? */
  givesId: boolean;
  /** Are fields spelt like their properties in capitals, with blanks? */
  spellsFieldsOtherwise: boolean;
  /** Do items bring a trace id of their own? Then some bring the same one. */
  tracesItems: boolean;
}

export const filling: fc.Arbitrary<Filling> = fc.record({
  definesBelow: fc.constantFrom(false, false, true),
  computes: fc.boolean(),
  givesId: fc.constantFrom(false, false, true),
  spellsFieldsOtherwise: fc.constantFrom(false, false, true),
  tracesItems: fc.constantFrom(false, false, true),
});

/** What expressions look at: a field that the node itself may have left, and therefore never maps. */
const NOTES = 'hubspotError';

/** So few that some are repeated, unless there are few items as well. */
const TRACE_IDS = 60;

/**
 * The row with what the expressions find in it. Under `sequence` every trace id is its own: there,
 * one that is refused would leave a gap between the rounds of its record.
 */
export function filledRow(
  row: Row,
  index: number,
  { given, options, target }: { given: Filling; options: NodeOptions; target: Target },
): Row {
  if (row.shape !== undefined) return row;
  const traceId = given.tracesItems && index % 4 !== 3 ? traceIdOf(row, index, options) : '';
  const saysNothing = given.givesId && (row.key.isRefused || index % 2 === 0);
  const isProperty = (name: string) => row.cells.has(name) || name === target.idProperty;
  const fields = Object.entries(row.json)
    .filter(([name]) => !(saysNothing && name === target.idProperty))
    .map(([name, value]): [string, unknown] => [
      spellsOtherwise(given) && isProperty(name) ? otherSpelling(name) : name,
      value,
    ]);
  const json = Object.fromEntries(fields) as IDataObject;
  json[NOTES] = { traceId, id: row.key.value };
  return { ...row, traceId, json };
}

/** The row with what it asks for in each entry of the parameter `associations`. */
export function askingRow<Asking extends Pick<Row, 'json' | 'shape'>>(
  row: Asking,
  asks: readonly Ask[],
): Asking {
  if (row.shape !== undefined) return row;
  const notes = { ...(row.json[NOTES] as IDataObject) };
  for (const [place, { toObjectType, toIdProperty, toId, label }] of asks.entries()) {
    notes[`ask${place}`] = { toObjectType, toIdProperty, toId, label };
  }
  return { ...row, json: { ...row.json, [NOTES]: notes } };
}

/** The node's parameter for that: all of it differs from item to item. */
export function associationsParameter(entries: number): INodeParameters {
  const field = (place: number, name: string) => `={{ $json.${NOTES}.ask${place}.${name} }}`;
  return {
    association: Array.from({ length: entries }, (_, place) => ({
      toObjectType: { __rl: true, mode: 'id', value: field(place, 'toObjectType') },
      toIdProperty: { __rl: true, mode: 'name', value: field(place, 'toIdProperty') },
      toId: field(place, 'toId'),
      label: field(place, 'label'),
    })),
  };
}

/** Expressions name fields as they are. */
function spellsOtherwise({ spellsFieldsOtherwise, definesBelow }: Filling): boolean {
  return spellsFieldsOtherwise && !definesBelow;
}

function otherSpelling(property: string): string {
  return property.toUpperCase().replaceAll('_', ' ');
}

function traceIdOf({ cells }: Row, index: number, { duplicates }: NodeOptions): string {
  return duplicates === 'sequence' ? `own-${index}` : `own-${(index * 7 + cells.size) % TRACE_IDS}`;
}

/** The node's parameters of that filling. */
export function parametersOf(
  { definesBelow, computes, givesId, tracesItems }: Filling,
  { properties, idProperty }: Target,
): { id: string; properties: INodeParameters; options: INodeParameters } {
  const field = (path: string): string =>
    computes ? `={{ ($json.${path}) }}` : `={{ $json.${path} }}`;
  const mapped = [...Object.keys(properties), ...(givesId ? [] : [idProperty])];
  return {
    id: givesId ? field(`${NOTES}.id`) : '',
    properties: definesBelow
      ? {
          mappingMode: 'defineBelow',
          value: Object.fromEntries(mapped.map((name) => [name, field(name)])),
        }
      : { mappingMode: 'autoMapInputData', value: null },
    options: tracesItems ? { objectWriteTraceId: field(`${NOTES}.traceId`) } : {},
  };
}
