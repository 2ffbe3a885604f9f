import type { PropertyValues, RecordResult } from '../hubspot/types';
import type { ToWrite } from './decide';

/**
 * What HubSpot would hold for a record once the earlier writes of its sequence were made, which a dry
 * run does not make.
 *
 * @param foreseen What these would have given it; undefined where there are none.
 */
export function heldByThen(
  held: readonly RecordResult[],
  foreseen: PropertyValues | undefined,
): readonly RecordResult[] {
  if (foreseen === undefined || held.length > 1) return held;
  return [{ ...held[0], properties: { ...held[0]?.properties, ...foreseen } }];
}

/** The same after one more write. */
export function foreseenAfter(
  { changes = {} }: ToWrite,
  before: PropertyValues | undefined,
): PropertyValues {
  const after: PropertyValues = { ...before };
  for (const [property, { to }] of Object.entries(changes)) after[property] = to;
  return after;
}
