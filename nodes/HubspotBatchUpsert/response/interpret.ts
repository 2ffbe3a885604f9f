import { isTransient, isWriteConflict } from '../hubspot/categories';
import { parseBatchResponse } from '../hubspot/parsing';
import { CONFLICT, isSuccess, meaningOf } from '../hubspot/statuses';
import type { BatchResponse, HubspotError, RecordResult } from '../hubspot/types';
import type { HttpResponse, HttpResult } from '../http/response';
import type { Failure, Outcome, Written } from '../model/outcome';
import type { RecordWrite } from '../model/record';
import { attribute } from './attribute';
import { smallerBatch } from './batchSize';
import { correlate } from './correlate';
import { noOutcome, withoutResponse } from './noResponse';
import { toRecordError } from './recordErrors';
import { SharedTexts } from './sharedTexts';

/** What a response means for the records of its batch. Each of them stands in exactly one place. */
export interface Interpretation {
  settled: Array<[RecordWrite, Outcome]>;
  /** Only HubSpot's store can tell; each with its failure, should the store not hold it. */
  unconfirmed: Array<[RecordWrite, Failure]>;
  /** To be sent again, one after the other. */
  resend: RecordWrite[][];
  /** Refused together; which of them is to blame has to be found out. */
  toBisect: RecordWrite[];
  /** For each of `resend` and `toBisect`: its failure, should the run end before it is sent again. */
  pendingErrors: Array<[RecordWrite, Failure]>;
  /** Did HubSpot refuse the request without naming anybody, so that it has to be divided? */
  isRefused: boolean;
  /** Does the refusal name the records that are to blame? */
  isNamed: boolean;
  /** Is it about the number or the size of the records? */
  isTooLarge: boolean;
}

/** An interpretation for no record at all. */
export const NOTHING: Interpretation = {
  settled: [],
  unconfirmed: [],
  resend: [],
  toBisect: [],
  pendingErrors: [],
  isRefused: false,
  isNamed: false,
  isTooLarge: false,
};

/** Interprets the last response to a batch by itself, whatever became of earlier requests. */
export function interpret(result: HttpResult, writes: readonly RecordWrite[]): Interpretation {
  if (result.kind === 'response' && isSuccess(result.status)) {
    return interpretBatchResponse(result, parseBatchResponse(result.json), writes);
  }
  if (result.kind === 'response' && meaningOf(result.status).isDivisible) {
    return interpretRefusal(result, writes);
  }
  const failure = withoutResponse(result);
  return { ...NOTHING, settled: writes.map((write) => [write, failure(write)]) };
}

/**
 * A refusal says that its own request wrote nothing, and nothing of an earlier one whose response
 * was lost: what it refuses may be written, and be refused for that very reason. So the store is
 * asked before a failure stands.
 */
export function readBackFirst({
  settled,
  unconfirmed,
}: Interpretation): Pick<Interpretation, 'settled' | 'unconfirmed'> {
  const certain: Interpretation['settled'] = [];
  const uncertain = [...unconfirmed];
  for (const end of settled) {
    const [write, outcome] = end;
    if (outcome.kind === 'failure' && write.mayBeWritten) uncertain.push([write, outcome]);
    else certain.push(end);
  }
  return { settled: certain, unconfirmed: uncertain };
}

function interpretBatchResponse(
  response: HttpResponse,
  body: BatchResponse | undefined,
  writes: readonly RecordWrite[],
): Interpretation {
  const found = correlate(body ?? { results: [], errors: [] }, writes);
  const settled = refusedByName(found.errors, response.status);
  const texts = new SharedTexts();
  found.results.forEach((result, write) => {
    texts.share(result, write);
    settled.push([write, toWritten(result)]);
  });
  const failure = noOutcome(response, body, found.strayErrors);
  return {
    ...NOTHING,
    settled,
    unconfirmed: found.unconfirmed.map((write) => [write, failure]),
  };
}

/** One error may name many records; it is read once for all of them. */
function refusedByName(
  errors: ReadonlyMap<RecordWrite, HubspotError>,
  httpStatus: number,
): Interpretation['settled'] {
  return [...new Set(errors.values())].flatMap((error) => {
    const failureOf = toRecordError(error, {
      httpStatus,
      retryable: isTransient(error),
      fallback: 'INVALID_VALUE',
      message: 'HubSpot refused the record without saying why',
    });
    const writes = [...errors.keys()].filter((write) => errors.get(write) === error);
    return writes.map((write): [RecordWrite, Outcome] => [write, failureOf(write)]);
  });
}

function interpretRefusal(response: HttpResponse, writes: readonly RecordWrite[]): Interpretation {
  const { status, error } = response;
  const size = smallerBatch(response, writes.length);
  const { bad, isNamed, resend, toBisect } = attribute(error, writes, size);
  const failureOf = toRecordError(error, {
    httpStatus: status,
    retryable: isTransient(error) || (status === CONFLICT && isWriteConflict(error)),
    fallback: 'INVALID_VALUE',
    message: `HubSpot refused the record with HTTP ${status} and did not say why`,
  });
  return {
    ...NOTHING,
    settled: bad.map((write) => [write, failureOf(write)]),
    resend,
    toBisect,
    pendingErrors: [...resend.flat(), ...toBisect].map((write) => [
      write,
      asPending(failureOf(write)),
    ]),
    isRefused: toBisect.length > 0 || writes.length === 1,
    isNamed,
    isTooLarge: size !== undefined,
  };
}

/** The refusal of a batch as one of its records has it, which may be as good as any. */
function asPending(refusal: Failure): Failure {
  return {
    ...refusal,
    message: `HubSpot refused the batch that held this record, and the run ended before it was sent again. HubSpot said: ${refusal.message}`,
    retryable: true,
  };
}

/**
 * HubSpot's own word on the write that it answered: a record that an earlier request of this very
 * run created before its response was lost was there already when it was asked again, and counts as
 * updated. Nobody could tell it from one that was there before.
 */
function toWritten(result: RecordResult): Written {
  return { kind: 'written', outcome: result.new === true ? 'created' : 'updated', result };
}
