import type { Failure } from '../model/outcome';
import type { InputNotes } from '../model/inputNotes';
import type { LeftOut, RecordWrite } from '../model/record';
import type { Interpretation } from '../response/interpret';

/**
 * Takes the values that HubSpot refused by name out of their records, which are then to be sent
 * again: once, and never without their key.
 */
export function leaveOutRefused(interpretation: Interpretation, notes: InputNotes): Interpretation {
  const again: RecordWrite[] = [];
  const pendingErrors: Interpretation['pendingErrors'] = [];
  const settled = interpretation.settled.filter(([write, outcome]) => {
    const refused = outcome.kind === 'failure' ? refusedValues(write, outcome) : [];
    if (refused.length === 0 || outcome.kind !== 'failure') return true;
    const byItem = refusedByItem(write, refused);
    leaveOut(write, refused, byItem);
    notes.noteLeftOut(byItem);
    again.push(write);
    pendingErrors.push([write, outcome]);
    return false;
  });
  if (again.length === 0) return interpretation;
  return {
    ...interpretation,
    settled,
    resend: [...interpretation.resend, again],
    pendingErrors: [...interpretation.pendingErrors, ...pendingErrors],
  };
}

function refusedValues(write: RecordWrite, { refusedValues = [] }: Failure): LeftOut[] {
  if (write.isWithoutRefused) return [];
  const { target, properties } = write;
  return refusedValues.flatMap(({ property, reason }) =>
    property !== target.idProperty && Object.hasOwn(properties, property)
      ? [{ property, value: properties[property], reason }]
      : [],
  );
}

/** Of several items for the record, each that gave it a value that was refused. */
function refusedByItem(
  { indexes, given }: RecordWrite,
  refused: readonly LeftOut[],
): Map<number, readonly LeftOut[]> {
  const byItem = new Map<number, readonly LeftOut[]>();
  for (const index of indexes) {
    const properties = given?.get(index);
    const own = refused.filter(({ property }) => properties?.has(property) ?? true);
    if (own.length > 0) byItem.set(index, own);
  }
  return byItem;
}

function leaveOut(
  write: RecordWrite,
  refused: readonly LeftOut[],
  byItem: ReadonlyMap<number, readonly LeftOut[]>,
): void {
  const names = new Set(refused.map(({ property }) => property));
  const without = <Fields extends object>(fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !names.has(name))) as Fields;
  write.properties = without(write.properties);
  if (write.asked) write.asked = without(write.asked);
  if (write.changes) write.changes = without(write.changes);
  const leftOut = new Map(write.leftOut);
  for (const [index, own] of byItem) leftOut.set(index, [...(leftOut.get(index) ?? []), ...own]);
  write.leftOut = leftOut;
  write.isWithoutRefused = true;
  // HubSpot refuses an update of nothing: what it holds by now says what becomes of the record.
  if (write.operation === 'update' && Object.keys(write.properties).length === 0) {
    write.operation = undefined;
  }
}
