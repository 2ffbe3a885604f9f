import { batchErrors, nextPageIn } from './parsing';
import type { HubspotError } from './types';
import { contextTexts, isRecord, listOf, textOf } from './untrustedJson';

/** The two records of an association, by their record ids. */
export interface AssociatedIds {
  fromId: string;
  toId: string;
}

/** The body of a 2xx response to a request that associates pairs; undefined where it is none. */
export function parseAssociated(
  json: unknown,
): { associated: AssociatedIds[]; errors: HubspotError[] } | undefined {
  if (!isRecord(json)) return undefined;
  const associated = listOf(json.results).filter(isRecord).flatMap(idsOf);
  return { associated, errors: batchErrors(json) };
}

/** A type of association that two records have. */
export interface HeldType {
  /** Undefined where the answer does not tell. */
  category: string | undefined;
  /** Unique within its category. */
  typeId: number;
}

/** What one record is associated with, as far as one page tells. */
interface AssociationsOf {
  fromId: string;
  to: Array<{ toId: string; types: HeldType[] }>;
  /** Where its next page begins; undefined on the last one. */
  after?: string;
}

/**
 * The body of a 2xx response to a request that reads associations; undefined where it is none. That a
 * record has no associations is told as an error of its own, which counts as an answer.
 */
export function parseAssociationsRead(
  json: unknown,
): { records: AssociationsOf[]; errors: HubspotError[] } | undefined {
  if (!isRecord(json)) return undefined;
  const records = listOf(json.results).filter(isRecord).flatMap(associationsOf);
  return { records, errors: batchErrors(json).filter((error) => !tellsOfNone(error)) };
}

const NONE_FOUND = /\bNO_ASSOCIATIONS_FOUND$/;

function tellsOfNone({ subCategory }: HubspotError): boolean {
  return typeof subCategory === 'string' && NONE_FOUND.test(subCategory);
}

function associationsOf(result: Record<string, unknown>): AssociationsOf[] {
  const fromId = idIn(result.from);
  if (fromId === undefined) return [];
  const to = listOf(result.to)
    .filter(isRecord)
    .flatMap((each) => {
      const [toId] = contextTexts(each, 'toObjectId');
      const types = listOf(each.associationTypes)
        .filter(isRecord)
        .map(({ category, typeId }) => ({ category: textOf(category), typeId: Number(typeId) }));
      return toId === undefined ? [] : [{ toId, types }];
    });
  return [{ fromId, to, after: nextPageIn(result) }];
}

/** Default associations name their records otherwise than labelled ones (OpenAPI: associations v4). */
function idsOf(result: Record<string, unknown>): AssociatedIds[] {
  const fromId = idIn(result.from) ?? contextTexts(result, 'fromObjectId')[0];
  const toId = idIn(result.to) ?? contextTexts(result, 'toObjectId')[0];
  return fromId === undefined || toId === undefined ? [] : [{ fromId, toId }];
}

function idIn(record: unknown): string | undefined {
  return isRecord(record) ? contextTexts(record, 'id')[0] : undefined;
}
