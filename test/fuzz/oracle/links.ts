import type { LogEntry } from '../../../sandbox/hubspot/log';
import type { Link, OtherRecords } from '../links';
import { askedBy, askedOfWrite, NO_TYPE, type AskedPair, type AskingCase } from './askedPairs';
import type { ExpectedWrite } from './expectedWrites';
import { writtenAs, type Leaving } from './leaving';

/** What speaks about a run's associations. */
export interface LinkTrial {
  given: AskingCase;
  evidence: {
    log: readonly LogEntry[];
    others: OtherRecords;
    linksBefore: readonly Link[];
    links: readonly Link[];
    /** By the value of idProperty. */
    after: ReadonlyMap<string, { id: string }>;
  };
  leaving: ReadonlyMap<number, Leaving>;
  writes: ReadonlyArray<Pick<ExpectedWrite, 'id' | 'indexes'>>;
}

type WriteOfTrial = LinkTrial['writes'][number];

/**
 * An item on Success is associated with all that it asked for and says so. One on Error whose record is
 * written says which part of it is there; something is missing, unless it says that nobody knows.
 */
export function falseLinks(trial: LinkTrial): string[] {
  return [...trial.leaving.values()].flatMap((entry) => {
    const record = writtenAs(entry);
    const write = trial.writes.find(({ indexes }) => indexes.includes(entry.index));
    if (record === undefined || write === undefined) return [];
    const asked = askedOfItem(entry, write, trial);
    const told = record.associations ?? [];
    const isTold = (pair: AskedPair) => told.some((one) => tells(one, pair));
    const isThere = (pair: AskedPair) => isLinked(trial, write, pair);
    const name = `item ${entry.index}`;
    const objections = asked
      .filter((pair) => isTold(pair) && !isThere(pair))
      .map((pair) => `${name} tells of ${said(pair)}, which is not there`);
    if (told.some((one) => !asked.some((pair) => tells(one, pair)))) {
      objections.push(`${name} tells of associations that it did not ask for`);
    }
    if (new Set(told.map((one) => JSON.stringify(one))).size < told.length) {
      objections.push(`${name} tells of an association twice`);
    }
    if ('success' in entry) {
      const untold = asked.filter((pair) => !isTold(pair));
      return [...objections, ...untold.map((pair) => `${name} says nothing of ${said(pair)}`)];
    }
    if (asked.every(isThere) && !isDoubtRight(entry, write, asked, trial)) {
      objections.push(`${name} is on Error and has all associations: ${entry.failure.message}`);
    }
    return objections;
  });
}

/** What the item's record is to be associated with: what was skipped is left as it is. */
export function askedOfItem(
  left: Leaving,
  write: WriteOfTrial,
  { given, evidence }: Pick<LinkTrial, 'given'> & { evidence: { others: OtherRecords } },
): AskedPair[] {
  const isSkipped = 'success' in left && left.success.outcome === 'skipped';
  return isSkipped ? [] : (askedOfWrite(write, given, evidence).get(left.index) ?? []);
}

const NOT_KNOWN = /HubSpot may have made the association all the same|did not tell its record ID/;

/**
 * All associations are there, and the item is on Error: it says that nobody knows, or what it asked for
 * came along with what another item did, or a fault made HubSpot refuse what it had done.
 */
function isDoubtRight(
  entry: Extract<Leaving, { failure: unknown }>,
  write: WriteOfTrial,
  asked: readonly AskedPair[],
  trial: LinkTrial,
): boolean {
  if (NOT_KNOWN.test(entry.failure.message)) return true;
  if (asked.some((pair) => mayComeAlong(pair, write, trial))) return true;
  const { evidence, given } = trial;
  const fromId = evidence.after.get(write.id)?.id;
  // Whoever may not associate records hears so of those, too, that are associated already.
  const isOld = ({ toId }: AskedPair) =>
    evidence.linksBefore.some((link) => link.fromId === fromId && link.toId === toId);
  if (given.associating?.account.isPermissionMissing && asked.some(isOld)) return true;
  return evidence.log.some(
    (request) =>
      request.operation === 'associate' &&
      isRefusal(request) &&
      request.associated.some(
        (pair) => pair.fromId === fromId && asked.some(({ toId }) => pair.toId === toId),
      ),
  );
}

function isRefusal({ status }: LogEntry): boolean {
  return status !== null && status >= 300;
}

/**
 * A label brings the default association along, and one between records of one type is seen from both. An
 * item that gives the default one's number asks for it in another request than one that names none.
 */
function mayComeAlong(pair: AskedPair, write: WriteOfTrial, trial: LinkTrial): boolean {
  if (pair.typeId !== undefined) return false;
  if (pair.labels.some((label) => label !== '')) return true;
  const { typeIds = [] } = linkOf(trial, write, pair) ?? {};
  return typeIds.length > 1 || pair.toObjectType === trial.given.target.objectType;
}

function isLinked(trial: LinkTrial, write: WriteOfTrial, pair: AskedPair): boolean {
  const link = linkOf(trial, write, pair);
  return link !== undefined && (pair.typeId === undefined || link.typeIds.includes(pair.typeId));
}

function linkOf(
  { evidence }: LinkTrial,
  { id }: WriteOfTrial,
  { toObjectType, toId }: AskedPair,
): Link | undefined {
  const fromId = evidence.after.get(id)?.id;
  return evidence.links.find(
    (one) => one.fromId === fromId && one.toObjectType === toObjectType && one.toId === toId,
  );
}

export interface ToldAssociation {
  toObjectType: string;
  toId: string;
  label: string;
}

export function tells(told: ToldAssociation, { toObjectType, toId, labels }: AskedPair): boolean {
  return told.toObjectType === toObjectType && told.toId === toId && labels.includes(told.label);
}

export function said({ toObjectType, toId, labels }: AskedPair): string {
  return `${toObjectType} ${toId} ${JSON.stringify(labels[0])}`;
}

/** HubSpot has no association that no item asked for, and of the records that were not written none. */
export function foreignLinks(trial: LinkTrial): string[] {
  const { evidence, given, leaving, writes } = trial;
  const asked = new Set<string>();
  for (const write of writes) {
    const fromId = evidence.after.get(write.id)?.id;
    if (fromId === undefined) continue;
    const left = write.indexes.flatMap((index) => leaving.get(index) ?? []);
    for (const { toObjectType, toId } of left.flatMap((one) => askedOfItem(one, write, trial))) {
      asked.add(keyOf({ fromId, toObjectType, toId }));
      // Between records of one type HubSpot shows it from both.
      if (toObjectType === given.target.objectType) {
        asked.add(keyOf({ fromId: toId, toObjectType, toId: fromId }));
      }
    }
  }
  const before = new Set(evidence.linksBefore.map(keyOf));
  return evidence.links
    .map(keyOf)
    .filter((key) => !before.has(key) && !asked.has(key))
    .map((key) => `nobody asked for the association ${key}`);
}

function keyOf({ fromId, toObjectType, toId }: Omit<Link, 'typeIds'>): string {
  return `${fromId}>${toObjectType}>${toId}`;
}

/** An item names a record that HubSpot does not have, or leaves for another reason that is true. */
export function falseUnfound({ leaving, given, evidence }: LinkTrial): string[] {
  return [...leaving.values()].flatMap((entry) => {
    if (!('failure' in entry) || entry.failure.category !== 'RECORD_NOT_FOUND') return [];
    const { value, stage } = entry.failure;
    const name = `item ${entry.index}`;
    if (stage === 'read' && given.target.idProperty === 'hs_object_id') return [];
    if (stage !== 'associate') return [`${name} is not found in stage ${stage}`];
    const keys = (given.associating?.asks[entry.index] ?? []).flatMap(
      ({ toObjectType, toIdProperty, keys = [] }) =>
        keys.filter((key) => evidence.others(toObjectType, toIdProperty, key) === undefined),
    );
    const bare = String(value).trim().replaceAll('\u200b', '').toLowerCase();
    return keys.some((key) => key.toLowerCase() === bare)
      ? []
      : [`${name} says that HubSpot has no record ${bare}, and it has`];
  });
}

/** Items that name nothing wrong are held back only where HubSpot could not tell. */
export function wronglyUnfound({ leaving, given, evidence }: LinkTrial): string[] {
  return [...leaving.values()].flatMap((entry) => {
    if (!('failure' in entry)) return [];
    const { stage, attempted, message } = entry.failure;
    if (stage !== 'associate' || attempted) return [];
    const asked = askedBy(entry.index, given, evidence);
    return asked !== undefined && asked.every(({ typeId }) => typeId !== NO_TYPE)
      ? [`item ${entry.index} names nothing wrong and is held back: ${message}`]
      : [];
  });
}
