import { holds, type Meaning } from '../cases/meaning';
import { unaccounted } from '../oracle/accounted';
import { groupBy } from '../oracle/groupBy';
import type { HubspotFields } from '../../support/accounted';
import { askedWrites, type AskedWrite } from './asked';
import type { ChoicesCase } from './case';
import type { StoreEvent, Values } from './history';
import type { ChoicesEvidence } from './run';
import { endOf, jsonOf, leavingByIndex, toldBy } from './told';
import { Timeline } from './timeline';

const WRITES = ['upsert', 'create', 'update'];

/** What must hold of every run, whatever went wrong and whoever else wrote. */
export function objectionsToAny(given: ChoicesCase, evidence: ChoicesEvidence): string[] {
  const { outcome } = evidence;
  if (outcome === undefined) return ['the run did not end'];
  if (outcome.thrown) return [`thrown: ${outcome.thrown.message}`];
  const timeline = new Timeline(given, evidence);
  return [
    ...unaccounted(outcome, given),
    ...falselyTold(given, evidence, timeline),
    ...falseAttempts(given, evidence),
    ...againstOperation(given, timeline),
    ...replaced(given, evidence),
    ...createdTwice(given, evidence),
    ...tooManyRequests(given, evidence),
  ];
}

function falselyTold(given: ChoicesCase, evidence: ChoicesEvidence, timeline: Timeline): string[] {
  const leaving = leavingByIndex(given, evidence);
  const { writes } = askedWrites(given);
  return [...leaving.values()].flatMap((left) => {
    const told = toldBy(left);
    const end = endOf(left);
    const write = writes.find(({ indexes }) => indexes.includes(left.index));
    const name = `item ${left.index} is ${end}`;
    if (write === undefined) return told ? [`${name}, and asks for nothing`] : [];
    const { id } = write;
    switch (end) {
      case 'skipped, missing':
      case 'RECORD_NOT_FOUND':
        return timeline.everHeld(id, (count) => count === 0)
          ? []
          : [`${name}, and HubSpot has always had it`];
      case 'skipped, exists':
        return timeline.of(told?.id, id).length > 0 ? [] : [`${name}, and HubSpot never had it`];
      case 'AMBIGUOUS_ID':
        return timeline.everHeld(id, (count) => count > 1)
          ? []
          : [`${name}, and only one is there`];
      default:
        return told
          ? falselyWritten(told, write, given, timeline).map((one) => `${name}: ${one}`)
          : [];
    }
  });
}

function falselyWritten(
  { outcome, id }: HubspotFields,
  write: AskedWrite,
  given: ChoicesCase,
  timeline: Timeline,
): string[] {
  const states = timeline.of(id, write.id);
  const isRight = (state: Values): boolean =>
    [...write.values].every(([property, meaning]) =>
      isServed(state[property] ?? '', meaning, given),
    );
  // Of a record that was narrowed, somebody else may have changed the rest since it was read.
  const isServedAtTimes = [...write.values].every(([property, meaning]) =>
    states.some((state) => isServed(state[property] ?? '', meaning, given)),
  );
  const events = timeline.own.filter(
    ({ recordId, after }) => after !== undefined && (id === undefined || recordId === id),
  );
  switch (outcome) {
    case 'created':
      return events.some(({ before, after }) => before === undefined && isRight(after!))
        ? []
        : [`the node did not create ${id} so`];
    case 'updated':
      if (!events.some(({ before }) => before !== undefined))
        return [`the node did not update ${id}`];
      return isServedAtTimes ? [] : [`HubSpot never held of ${id} what it asks for`];
    case 'written':
      return isServedAtTimes ? [] : [`HubSpot never held of ${id} what it asks for`];
    case 'unchanged':
      return states.some(isRight) ? [] : [`HubSpot never held of ${id} all that it asks for`];
    default:
      return [`${outcome} is no outcome of such a run`];
  }
}

/** Is what HubSpot holds what the item asks for, or does the choice leave it alone? */
function isServed(held: string, meaning: Meaning, { options, operation }: ChoicesCase): boolean {
  if (holds(held, meaning)) return true;
  const keeps = options.existingValues === 'keep' && operation !== 'create';
  return keeps && (held !== '' || meaning.kind === 'empty');
}

/** `attempted` is true where a request that writes the item reached HubSpot, and false otherwise. */
function falseAttempts(given: ChoicesCase, evidence: ChoicesEvidence): string[] {
  const sent = new Set(
    evidence.log
      .filter(({ operation = '' }) => WRITES.includes(operation))
      .flatMap(({ body }) => (body as { inputs: Array<{ objectWriteTraceId: string }> }).inputs)
      .map(({ objectWriteTraceId }) => objectWriteTraceId),
  );
  return [...leavingByIndex(given, evidence).values()].flatMap((left) => {
    if (!('failure' in left)) return [];
    const { attempted, objectWriteTraceId: traceId, category } = left.failure;
    const wasSent = traceId !== null && sent.has(traceId);
    return wasSent === attempted
      ? []
      : [`item ${left.index} (${category}) has attempted: ${attempted}, and was sent: ${wasSent}`];
  });
}

/** Who only creates changes no record that is there, and who only updates creates none. */
function againstOperation({ operation }: ChoicesCase, { own }: Timeline): string[] {
  if (operation === 'upsert') return [];
  return own.flatMap(({ recordId, before }) =>
    (before === undefined) === (operation === 'create')
      ? []
      : [`${operation} ${before === undefined ? 'created' : 'changed'} ${recordId}`],
  );
}

/** Values that the node could read are kept. */
function replaced(given: ChoicesCase, { history, log }: ChoicesEvidence): string[] {
  const { options, operation, target } = given;
  if (options.existingValues !== 'keep' || operation === 'create') return [];
  return history.flatMap((event, place) => {
    const { recordId, before, after, byOther } = event;
    if (byOther || before === undefined || after === undefined) return [];
    return Object.keys(target.properties).flatMap((property) => {
      const held = before[property] ?? '';
      if (held === '' || held === after[property]) return [];
      const setter = history
        .slice(0, place)
        .findLast(
          (one) => one.recordId === recordId && one.before?.[property] !== one.after?.[property],
        );
      return wasReadable(setter, log)
        ? [`${property} of ${recordId} was ${jsonOf(held)} and is ${jsonOf(after[property])}`]
        : [];
    });
  });
}

/** Was it there before the node looked for the first time? */
function wasReadable(setter: StoreEvent | undefined, log: ChoicesEvidence['log']): boolean {
  if (setter === undefined) return true;
  const firstLook = log.find(({ operation = '' }) => ['read', 'search'].includes(operation));
  return setter.byOther && firstLook !== undefined && setter.requests < firstLook.seq;
}

/** No two records under one key are the node's, unless somebody else took the first away. */
function createdTwice(given: ChoicesCase, { history }: ChoicesEvidence): string[] {
  const { idProperty, comparedAs } = given.target;
  const created = history.filter(
    ({ byOther, before, after }) => !byOther && before === undefined && after !== undefined,
  );
  const byKey = groupBy(created, ({ after }) => comparedAs(after?.[idProperty] ?? ''));
  return [...byKey].flatMap(([key, events]) => {
    const removed = history.filter(
      ({ recordId, after }) =>
        after === undefined && events.some((event) => event.recordId === recordId),
    );
    return events.length - removed.length > 1 ? [`${jsonOf(key)} was created twice`] : [];
  });
}

/** So many requests may a record be in that is read, written, read back and looked for again. */
const MOST_FOR_A_RECORD = 24;

function tooManyRequests({ rows, options }: ChoicesCase, { log }: ChoicesEvidence): string[] {
  const most = 20 + rows.length * MOST_FOR_A_RECORD * (1 + options.maxRetries);
  return log.length > most ? [`${log.length} requests`] : [];
}
