import { pipelinePropertyOf } from '../hubspot/optionSource';
import { traceIdsIn } from '../hubspot/parsing';
import type { HubspotError, PropertyError } from '../hubspot/types';
import { contextTexts, listedIn } from '../hubspot/untrustedJson';
import { isMissing, valueOf, type RecordWrite } from '../model/record';
import { folded } from '../values/sameValue';
import { quotedAmong, quotedRecords } from './quotes';
import { repeatedIds } from './repeatedIds';

/** The records that an error is about, as far as it tells. */
export interface Named {
  /** Beyond doubt. */
  certain: readonly RecordWrite[];
  /**
   * By no more than a value of theirs that stands in a sentence, those of each value together: "Too
   * near to "K-2"" is said of another record.
   */
  quoted: ReadonlyArray<readonly RecordWrite[]>;
}

/**
 * The records that a refusal of their batch names: by trace id, by a property error that every one of
 * them would meet by itself, or by a value of theirs that it quotes. Where a good record could be
 * meant as well nobody is named, and the batch is tested in groups.
 */
export function namedBy(error: HubspotError, writes: readonly RecordWrite[]): Named {
  const traced = namedByTraceId(error, writes);
  if (traced.length > 0) return certainly(traced);
  const { propertyErrors } = error;
  if (propertyErrors.length > 0) {
    return together(propertyErrors.map((propertyError) => meantBy(propertyError, writes)));
  }
  if (repeatedIds(error).length > 0) return certainly([]);
  return together([{ certain: [], quoted: [quotedRecords(error, writes)] }]);
}

/**
 * The records that one error among others names, though by no trace id: by their ids, by what it
 * objects to, or because the batch held no other.
 *
 * @param unmentioned Records of the batch of which the response tells nothing else.
 */
export function namedWithoutTraceId(
  error: HubspotError,
  unmentioned: readonly RecordWrite[],
  batchSize: number,
): Named {
  if (traceIdsIn(error).length > 0) return certainly([]);
  if (batchSize === 1) return certainly(unmentioned);
  const byId = namedById(error, unmentioned);
  return byId.length > 0 ? certainly(byId) : namedBy(error, unmentioned);
}

export function namedByTraceId(
  error: HubspotError,
  writes: readonly RecordWrite[],
): readonly RecordWrite[] {
  const traceIds = traceIdsIn(error);
  if (traceIds.length === 0) return [];
  const byTraceId = new Map(writes.map((write) => [write.traceId, write]));
  const named = new Set(listedIn(traceIds, (traceId) => byTraceId.get(traceId)));
  return writes.filter((write) => named.has(write));
}

export function namedById(
  { context }: HubspotError,
  writes: readonly RecordWrite[],
): readonly RecordWrite[] {
  const ids = ['ids', 'id'].flatMap((name) => contextTexts(context, name));
  if (ids.length === 0) return [];
  const sent = new Set(writes.flatMap(sentIds));
  const named = new Set(listedIn(ids, (id) => (sent.has(folded(id)) ? folded(id) : undefined)));
  return writes.filter((write) => sentIds(write).some((id) => named.has(id)));
}

/** What HubSpot may call the record by. */
function sentIds({ id, recordId }: RecordWrite): string[] {
  return recordId === undefined ? [folded(id)] : [folded(id), recordId];
}

function certainly(certain: readonly RecordWrite[]): Named {
  return { certain, quoted: [] };
}

/** What several property errors name, each record once. */
function together(named: readonly Named[]): Named {
  const certain = new Set(named.flatMap((each) => each.certain));
  const seen = new Set(certain);
  const quoted = named
    .flatMap((each) => each.quoted)
    .map((writes) => writes.filter((write) => !seen.has(write) && seen.add(write)));
  return { certain: [...certain], quoted: quoted.filter(({ length }) => length > 0) };
}

function meantBy(
  { about, property, value, message }: PropertyError,
  writes: readonly RecordWrite[],
): Named {
  const holders = writes.filter((write) => valueOf(property, write) !== null);
  if (about === 'property') return certainly(holders);
  if (about === 'missing') {
    return certainly(theOnlyOne(writes.filter((write) => isMissing(property, write))));
  }
  const held = holders.map((write) => valueOf(property, write) ?? '');
  const told = value ?? quotedAmong(held, message);
  if (told === undefined) return certainly(about === 'value' ? theOnlyOne(holders) : []);
  const meant =
    about === 'value'
      ? holders.filter((write) => valueOf(property, write) === told)
      : concerned(holders, property, told);
  const isNobodyElse =
    meant.length === writes.length || (about === 'value' && holders.length === 1);
  return value !== undefined || isNobodyElse ? certainly(meant) : { certain: [], quoted: [meant] };
}

function concerned(
  holders: readonly RecordWrite[],
  property: string,
  value: string,
): readonly RecordWrite[] {
  const those = alike(holders, property, value);
  return haveOnePipeline(those, property) ? those : theOnlyOne(those);
}

/** Which stages are allowed depends on the pipeline alone: what is wrong for one is wrong for all. */
function haveOnePipeline(writes: readonly RecordWrite[], property: string): boolean {
  const pipeline = pipelinePropertyOf(property);
  if (pipeline === undefined) return false;
  const pipelines = new Set(writes.map((write) => valueOf(pipeline, write)));
  return pipelines.size === 1 && !pipelines.has(null);
}

/** HubSpot may take values for the same that differ by case: the record that owns one is good. */
function alike(holders: readonly RecordWrite[], property: string, value: string): RecordWrite[] {
  const wanted = folded(value);
  return holders.filter((write) => folded(valueOf(property, write) ?? '') === wanted);
}

function theOnlyOne(writes: readonly RecordWrite[]): readonly RecordWrite[] {
  return writes.length === 1 ? writes : [];
}
