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
    leaveOut(write, refused);
    notes.noteLeftOut(new Map(write.indexes.map((index) => [index, refused])));
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

function leaveOut(write: RecordWrite, refused: readonly LeftOut[]): void {
  const names = new Set(refused.map(({ property }) => property));
  write.properties = Object.fromEntries(
    Object.entries(write.properties).filter(([name]) => !names.has(name)),
  );
  write.leftOut = new Map(
    write.indexes.map((index) => [index, [...(write.leftOut?.get(index) ?? []), ...refused]]),
  );
  write.isWithoutRefused = true;
}
