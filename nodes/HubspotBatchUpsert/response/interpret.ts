import { propertyErrors } from '../hubspot/propertyErrors';
import { parseBatchResponse, parseError } from '../hubspot/parsing';
import { isWriteConflict, isTransient } from '../hubspot/categories';
import type { BatchResponse, HubspotError, RecordResult } from '../hubspot/types';
import { CONFLICT, DIVISIBLE, isSuccess, TOO_LARGE } from '../hubspot/statuses';
import type { RecordWrite } from '../model/record';
import type { HttpResult, HttpResponse } from '../http/response';
import { correlate } from './correlate';
import { isolate } from './attribute';
import { lost } from './noResponse';
import type { Failure, Outcome, Written } from '../model/outcome';
import { refusal } from './recordErrors';
import { SharedTexts } from './sharedTexts';
import { noOutcome } from './noOutcome';

/** What an answer means for the records of its batch. Each of them stands in exactly one place. */
export interface Interpretation {
  settled: Array<[RecordWrite, Outcome]>;
  /** Only HubSpot's store can tell; each with its failure, should the store not hold it. */
  open: Array<[RecordWrite, Failure]>;
  /** To be sent again, one after the other. */
  again: RecordWrite[][];
  /** Refused together; which of them is to blame has to be found out. */
  suspects: RecordWrite[];
  /** For each of `again` and `suspects`: its failure, should the run end before it is sent again. */
  shared: Array<[RecordWrite, Failure]>;
  /** Did HubSpot refuse the request, so that one of its records at least is to blame? */
  isRefused: boolean;
}

/** An interpretation on no record at all. */
export const NOTHING: Interpretation = {
  settled: [],
  open: [],
  again: [],
  suspects: [],
  shared: [],
  isRefused: false,
};

/** Judges the last answer to a batch by itself, whatever became of earlier requests. */
export function judge(answer: HttpResult, writes: readonly RecordWrite[]): Interpretation {
  if (answer.kind === 'response' && isSuccess(answer.status)) {
    return interpretBatchResponse(answer, parseBatchResponse(answer.json), writes);
  }
  if (answer.kind === 'response' && DIVISIBLE.has(answer.status)) {
    return interpretRefusal(answer, writes);
  }
  const failure = lost(answer);
  return { ...NOTHING, settled: writes.map((write) => [write, failure(write)]) };
}

/**
 * A refusal says that its own request wrote nothing, and nothing of an earlier one whose answer was
 * lost: what it refuses may be written, and be refused for that very reason. So the store is asked
 * before a failure stands.
 *
 * @param mayBeWritten Records of which an earlier request, or this one, ended so that HubSpot may
 *   have written them all the same.
 */
export function readBackFirst(
  interpretation: Interpretation,
  mayBeWritten: (write: RecordWrite) => boolean,
): Interpretation {
  const settled: Interpretation['settled'] = [];
  const open = [...interpretation.open];
  for (const end of interpretation.settled) {
    const [write, outcome] = end;
    if (outcome.kind === 'failure' && mayBeWritten(write)) open.push([write, outcome]);
    else settled.push(end);
  }
  return { ...interpretation, settled, open };
}

function interpretBatchResponse(
  answer: HttpResponse,
  body: BatchResponse | undefined,
  writes: readonly RecordWrite[],
): Interpretation {
  const found = correlate(body ?? { results: [], errors: [] }, writes);
  const settled = refusedByName(found.errors, answer.status);
  const texts = new SharedTexts();
  found.results.forEach((result, write) => {
    texts.share(result, write);
    settled.push([write, toWritten(result)]);
  });
  const whyOpen = noOutcome(answer, body, found.strayErrors);
  return {
    ...NOTHING,
    settled,
    open: found.open.map((write) => [write, whyOpen]),
  };
}

/** One error may name many records; it is read once for all of them. */
function refusedByName(
  errors: ReadonlyMap<RecordWrite, HubspotError>,
  httpStatus: number,
): Interpretation['settled'] {
  return [...new Set(errors.values())].flatMap((error) => {
    const refusalOf = refusal(error, {
      httpStatus,
      retryable: isTransient(error),
      fallback: 'INVALID_VALUE',
      message: 'HubSpot refused the record without saying why',
    });
    const writes = [...errors.keys()].filter((write) => errors.get(write) === error);
    return writes.map((write): [RecordWrite, Outcome] => [write, refusalOf(write)]);
  });
}

function interpretRefusal(answer: HttpResponse, writes: readonly RecordWrite[]): Interpretation {
  const error = parseError(answer.json);
  const said = propertyErrors(error);
  const { offenders, again, suspects } = isolate(error, writes, answer.status === TOO_LARGE, said);
  const facts = {
    httpStatus: answer.status,
    retryable: isTransient(error) || (answer.status === CONFLICT && isWriteConflict(error)),
    fallback: 'INVALID_VALUE',
    message: `HubSpot refused the record with HTTP ${answer.status} and did not say why`,
  } as const;
  const refusalOf = refusal(error, facts, said);
  return {
    ...NOTHING,
    settled: offenders.map((write) => [write, refusalOf(write)]),
    again,
    suspects,
    shared: [...again.flat(), ...suspects].map((write) => [write, sharedBy(refusalOf(write))]),
    isRefused: suspects.length > 0 || writes.length === 1,
  };
}

/** The refusal of a batch as one of its records has it, which may be as good as any. */
function sharedBy(refusal: Failure): Failure {
  return {
    ...refusal,
    message: `HubSpot refused the batch that held this record, and the run ended before it was sent again. HubSpot said: ${refusal.message}`,
    retryable: true,
  };
}

/**
 * HubSpot's own word on the write that it answered: a record that an earlier request of this very
 * run created before its answer was lost was there already when it was asked again, and counts as
 * updated. Nobody could tell it from one that was there before.
 */
function toWritten(result: RecordResult): Written {
  return { kind: 'written', outcome: result.new === true ? 'created' : 'updated', result };
}
