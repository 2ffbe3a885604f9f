import { DUPLICATE_VALUE } from '../hubspot/categories';
import { meaningOf } from '../hubspot/statuses';
import type { FailureSignature } from '../model/circuitBreaker';
import type { Failure } from '../model/outcome';
import type { Pair } from '../model/pair';
import type { RecordWrite } from '../model/record';

/** Longer than any sentence of HubSpot's that quotes nothing. */
const LONGEST = 500;

/** Values as short as this stand in any sentence by chance. */
const MEANINGLESS = 2;

const QUOTED = /"[^"]*"|(?<!\w)'[^']*'(?!\w)|\[[^\]]*\]|\{[^}]*\}|\([^)]*\)/g;
const QUOTATION = /["'[{(]/;

/** Numbers, ids, times, and what else differs from request to request. */
const WITH_DIGITS = /\S*\d\S*/g;

/**
 * Why a record failed: the code and the property, or else the sentence without what it quotes and
 * what differs from record to record.
 */
export function failureSignature(failure: Failure, write: RecordWrite): FailureSignature {
  return signatureWithout([write.id, ...Object.values(write.properties)], failure);
}

/** Why a pair of records could not be associated, without what differs from pair to pair. */
export function pairSignature(failure: Failure, { fromId, toId }: Pair): FailureSignature {
  return signatureWithout([fromId, toId], failure);
}

/** @param ownValues What the failure may quote of the one that failed. */
function signatureWithout(ownValues: readonly string[], failure: Failure): FailureSignature {
  const { httpStatus, category, code, property, message } = failure;
  const isDivisible = httpStatus !== null && meaningOf(httpStatus).isDivisible === true;
  if (property !== null) {
    return { key: `${httpStatus} ${code} ${property}`, isAboutRecord: isDivisible };
  }
  const start = message.slice(0, LONGEST);
  const values = ownValues.filter((value) => value.length > MEANINGLESS && start.includes(value));
  const isAboutRecord =
    values.length > 0 ||
    message.length > LONGEST ||
    QUOTATION.test(message) ||
    DUPLICATE_VALUE.test(message);
  const said = values
    .reduce((text, value) => text.replaceAll(value, ''), start)
    .replace(QUOTED, '')
    .replace(WITH_DIGITS, '');
  return {
    key: `${httpStatus} ${category} ${code} ${said}`,
    isAboutRecord: isDivisible && isAboutRecord,
  };
}
