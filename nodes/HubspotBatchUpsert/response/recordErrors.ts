import { isContactEmail } from '../hubspot/propertyDefinitions';
import { valueTaken } from '../hubspot/propertyErrors';
import { shorten } from '../hubspot/bounds';
import type { HubspotError, PropertyError } from '../hubspot/types';
import type { Failure } from '../model/outcome';
import { isMissing, valueOf, type RecordWrite } from '../model/record';
import { toFailure, type RefusalFacts } from './toFailure';

/**
 * Tells what an error means for each record that it is about, in HubSpot's words, put plainly: the
 * property and value where HubSpot names them, and its sentence about this record instead of the
 * JSON about all of them.
 */
export function toRecordError(
  error: HubspotError,
  facts: RefusalFacts,
): (write: RecordWrite) => Failure {
  const { propertyErrors, existingId, scopes, ...quoted } = error;
  const said = shorten(quoted);
  const known = propertyErrors.map((each) => ({ ...each, message: shorten(each.message) }));
  return (write) => {
    const concerning = known.filter((each) => concerns(each, write));
    const about =
      known.length === 0 ? takenBy(existingId, write) : concerning.length > 0 ? concerning : known;
    const first = about[0];
    const property = first?.property ?? null;
    const message = shorten(sentencesOf(about)) ?? said.message ?? facts.message;
    const refusedValues = about.flatMap((each) =>
      each.about === 'value' || each.about === 'record'
        ? [{ property: each.property, reason: each.message ?? message }]
        : [],
    );
    const failure = toFailure(said, facts);
    return {
      ...failure,
      code: first?.code ?? failure.code,
      message,
      property,
      value: property === null ? null : valueOf(property, write),
      ...(refusedValues.length > 0 ? { refusedValues } : undefined),
    };
  };
}

/** May the property error be about this record, going by the property and the value that it sends? */
function concerns({ property, about, value }: PropertyError, write: RecordWrite): boolean {
  if (about === 'missing') return isMissing(property, write);
  const own = valueOf(property, write);
  return own !== null && (value === undefined || value === own);
}

/**
 * HubSpot may say that a value is taken and not which: the e-mail address of a contact, or the only
 * other one that is unique.
 */
function takenBy(owner: string | undefined, write: RecordWrite): PropertyError[] {
  if (owner === undefined) return [];
  const { objectType, idProperty, definitions } = write.target;
  const isEmail = (name: string): boolean => isContactEmail(objectType, name);
  const sent = [idProperty, ...Object.keys(write.properties)];
  const unique = sent.filter(
    (name) => name !== idProperty && definitions?.get(name)?.hasUniqueValue === true,
  );
  const property = sent.find(isEmail) ?? (unique.length === 1 ? unique[0] : undefined);
  return property === undefined ? [] : [valueTaken({ property, owner })];
}

/** Each sentence once, led by the names of those properties that it does not mention. */
function sentencesOf(about: readonly PropertyError[]): string | undefined {
  const unmentioned = new Map<string, Set<string>>();
  for (const { property, message } of about) {
    if (message === undefined) continue;
    const names = unmentioned.get(message) ?? new Set();
    if (!message.includes(property)) names.add(property);
    unmentioned.set(message, names);
  }
  const sentences = Array.from(unmentioned, ([message, names]) =>
    names.size > 0 ? `${[...names].join(', ')}: ${message}` : message,
  );
  return sentences.length > 0 ? sentences.join('. ') : undefined;
}
