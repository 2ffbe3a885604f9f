import { unaccounted } from '../oracle/accounted';
import { askedWrites } from './asked';
import type { ChoicesCase } from './case';
import { foundBy, modelOf, type Expectation, type Model } from './model';
import type { ChoicesEvidence } from './run';
import { differing, endOf, jsonOf, leavingByIndex, toldBy, wrongChanges } from './told';

/** What speaks against a run in which nothing went wrong and nobody else wrote. */
export function objectionsToCalm(given: ChoicesCase, evidence: ChoicesEvidence): string[] {
  const { outcome, before } = evidence;
  if (outcome === undefined) return ['the run did not end'];
  if (outcome.thrown) return [`thrown: ${outcome.thrown.message}`];
  const { writes, refused } = askedWrites(given);
  const model = modelOf(given, writes, before);
  const leaving = leavingByIndex(given, evidence);
  const wronglyRefused = [...refused].flatMap(([index, category]) => {
    const end = endOf(leaving.get(index));
    // Without a search, keys that differ by case are no duplicates.
    const isOther = category === 'DUPLICATE_ID' && given.options.nonUniqueId === 'refuse';
    return end === category || isOther
      ? []
      : [`item ${index} ends as ${end} instead of ${category}`];
  });
  return [
    ...unaccounted(outcome, given),
    ...wronglyRefused,
    ...model.expectations.flatMap((expectation) => wrongEnds(expectation, given, evidence)),
    ...wrongStore(model, given, evidence),
  ];
}

function wrongEnds(
  expectation: Expectation,
  given: ChoicesCase,
  evidence: ChoicesEvidence,
): string[] {
  const { becomes, write, isShared, record } = expectation;
  if (isShared) return [];
  const leaving = leavingByIndex(given, evidence);
  return write.indexes.flatMap((index) => {
    const left = leaving.get(index);
    const [end, told] = [endOf(left), toldBy(left)];
    const name = `item ${index} (${jsonOf(write.id)}) is ${end}`;
    if ('category' in becomes) {
      const isRight = told === undefined && (becomes.category ?? end) === end;
      return isRight ? [] : [`${name}, not ${becomes.category ?? 'refused'}`];
    }
    const wanted = 'reason' in becomes ? `${becomes.outcome}, ${becomes.reason}` : becomes.outcome;
    // Without trace ids and keys in results, only reading may tell that it was written.
    const isRead =
      end === 'written' &&
      (wanted === 'created' || wanted === 'updated') &&
      given.account.echo !== 'traceIds';
    if (told === undefined || (end !== wanted && !isRead)) return [`${name}, not ${wanted}`];
    const objections: string[] = [];
    const recordId = idOf(record, write.id, given, evidence);
    if (told.id !== undefined && told.id !== recordId) {
      objections.push(`${name} as ${told.id}, and is ${recordId}`);
    }
    if (told.id === undefined && record !== undefined && given.account.echo === 'traceIds') {
      objections.push(`${name} without its record id`);
    }
    if (told.changes !== undefined || tellsChanges(given)) {
      objections.push(...wrongChanges(told, expectation, given).map((one) => `${name}: ${one}`));
    }
    return objections;
  });
}

/** Where records are only created, n8n does not show the option. */
function tellsChanges({ options, operation }: ChoicesCase): boolean {
  return options.skipUnchanged && operation !== 'create';
}

function idOf(
  record: string | undefined,
  key: string,
  given: ChoicesCase,
  { before, after }: ChoicesEvidence,
): string | undefined {
  if (record === undefined || before.has(record)) return record;
  return foundBy(key, given, after)[0];
}

/** HubSpot holds what the model holds, and nothing else was touched. */
function wrongStore(model: Model, given: ChoicesCase, evidence: ChoicesEvidence): string[] {
  const { before, after, history } = evidence;
  const objections: string[] = [];
  const shared = new Set(
    model.expectations.flatMap(({ isShared, record }) => (isShared && record) || []),
  );
  const named = new Map<string, string>();
  for (const { record, write } of model.expectations) {
    if (record === undefined) continue;
    const id = idOf(record, write.id, given, evidence);
    if (id !== undefined) named.set(record, id);
    else objections.push(`${jsonOf(write.id)} was not created`);
  }
  for (const [record, expected] of model.after) {
    const id = named.get(record) ?? record;
    const values = after.get(id);
    if (values === undefined || shared.has(record)) continue;
    const wrong = differing(expected, values, given).filter((name) => !isPrimary(name, given));
    for (const name of wrong) {
      objections.push(
        `HubSpot holds ${name} ${jsonOf(values[name])} of ${id} instead of ${jsonOf(expected[name])}`,
      );
    }
  }
  if (after.size !== model.after.size) {
    objections.push(`HubSpot has ${after.size} records, and not ${model.after.size}`);
  }
  const mayBeWritten = new Set(
    model.expectations.flatMap(({ becomes, record, isShared }) =>
      record !== undefined &&
      (isShared || ('outcome' in becomes && ['created', 'updated'].includes(becomes.outcome)))
        ? [named.get(record) ?? record]
        : [],
    ),
  );
  for (const { recordId } of history) {
    if (!mayBeWritten.has(recordId)) objections.push(`${recordId} was written to`);
  }
  for (const [id] of before) if (!after.has(id)) objections.push(`${id} is gone`);
  return objections;
}

/** An upsert that names nothing but an additional address makes it the primary one. */
function isPrimary(property: string, { target }: ChoicesCase): boolean {
  return target.idProperty === 'email' && ['email', 'hs_additional_emails'].includes(property);
}
