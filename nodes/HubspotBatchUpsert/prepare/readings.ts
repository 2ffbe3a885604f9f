import type { RawItem } from '../input/items';
import type { InputNotes } from '../model/inputNotes';
import type { RecordInput } from '../model/record';
import type { ValueRules } from '../model/settings';
import { readsTimeZone } from '../values/readsTimeZone';
import { isBlank } from '../values/plainValue';
import { isReadOtherwise } from '../values/readOtherwise';

/** Notes how the values of an item were read, so that nobody has to trust it unseen. */
export function noteReadings(
  { id: given, values }: RawItem,
  { id, properties, target: { definitions, idProperty } }: RecordInput,
  rules: ValueRules,
  notes: InputNotes,
): void {
  const key = isBlank(given) ? values[idProperty] : given;
  if (isReadOtherwise(key, id, definitions?.get(idProperty))) notes.noteRead(idProperty, key, id);
  for (const property in properties) {
    const value = values[property];
    const text = properties[property] ?? '';
    if (value === text) continue;
    const definition = definitions?.get(property);
    if (isReadOtherwise(value, text, definition)) notes.noteRead(property, value, text);
    const { type } = definition ?? {};
    const isMoment = type === 'date' || type === 'datetime';
    if (!isMoment || notes.readInTimeZone.has(property)) continue;
    if (readsTimeZone(value, definition, rules)) notes.readInTimeZone.add(property);
  }
}
