import { isTransient, isWriteConflict } from '../hubspot/categories';
import { parseBatchResponse, traceIdsIn } from '../hubspot/parsing';
import { CONFLICT, isSuccess, meaningOf } from '../hubspot/statuses';
import type { BatchResponse, RecordResult } from '../hubspot/types';
import type { HttpResponse, HttpResult } from '../http/response';
import type { Failure, Outcome } from '../model/outcome';
import type { RecordWrite } from '../model/record';
import { attribute, isAboutRecords } from './attribute';
import { smallerBatch } from './batchSize';
import { correlate } from './correlate';
import { failedRequest } from './failedRequest';
import { refusedByCount, refusedByName } from './refusedInBatch';
import { strayMessage, unmentionedFailure } from './unmentioned';
import { toRecordError } from './recordErrors';
import { SharedTexts } from './sharedTexts';
import { toWritten } from './written';

/** What a response means for the records of its batch. Each of them stands in exactly one place. */
export interface Interpretation {
  settled: Array<[RecordWrite, Outcome]>;
  /** Only HubSpot's store can tell; each with its failure, should the store not hold it. */
  unconfirmed: Array<[RecordWrite, Failure]>;
  /**
   * Where HubSpot refused as many as there are records without a result: what those of
   * `unconfirmed` were refused with to whom none of `unpaired` belongs, once each of these is paired.
   */
  refusals: ReadonlyMap<RecordWrite, Failure>;
  /** Results of some of `unconfirmed`, and nobody knows yet of which. */
  unpaired: RecordResult[];
  /** Do the counts tell that all of `unconfirmed` were written? */
  areAllWritten: boolean;
  /** Errors for no record that the response tells of, as sentences. */
  strayMessages: string[];
  /** To be sent again, one after the other. */
  resend: RecordWrite[][];
  /** Are all of `resend` but the last those whose values the refusal quotes? */
  isQuoted: boolean;
  /** Refused together; which of them is to blame has to be found out. */
  toBisect: RecordWrite[];
  /** For each of `resend` and `toBisect`: its failure, should the run end before it is sent again. */
  pendingErrors: Array<[RecordWrite, Failure]>;
  /** Did HubSpot refuse the request without naming anybody beyond doubt, so that it has to be divided? */
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
  refusals: new Map(),
  unpaired: [],
  areAllWritten: false,
  strayMessages: [],
  resend: [],
  isQuoted: false,
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
  if (
    result.kind === 'response' &&
    (meaningOf(result.status).isDivisible || isAboutRecords(result, writes))
  ) {
    return interpretRefusal(result, writes);
  }
  const failure = failedRequest(result);
  return { ...NOTHING, settled: writes.map((write) => [write, failure(write)]) };
}

/**
 * A refusal says that its own request wrote nothing, and nothing of an earlier one whose response
 * was lost: what it refuses may be written, and be refused for that very reason. So the store is
 * asked before a failure stands.
 */
export function readBackFirst(interpretation: Interpretation): Interpretation {
  const settled: Interpretation['settled'] = [];
  const unconfirmed = [...interpretation.unconfirmed];
  for (const end of interpretation.settled) {
    const [write, outcome] = end;
    if (outcome.kind === 'failure' && write.mayBeWritten) unconfirmed.push([write, outcome]);
    else settled.push(end);
  }
  return { ...interpretation, settled, unconfirmed };
}

function interpretBatchResponse(
  response: HttpResponse,
  body: BatchResponse | undefined,
  writes: readonly RecordWrite[],
): Interpretation {
  const found = correlate(body ?? { results: [], errors: [] }, writes);
  const { unmentioned, unpaired, areAllWritten, strayErrors } = found;
  const texts = new SharedTexts();
  for (const error of body?.errors ?? []) texts.shareWithin(error);
  const settled: Interpretation['settled'] = refusedByName(found.errors, response.status);
  found.results.forEach((result, write) => {
    texts.share(result, write);
    settled.push([write, toWritten(result, write)]);
  });
  const unknownOf = unmentionedFailure(response, body, strayErrors);
  const reasons = new Map(refusedByName(found.disputed, response.status));
  const disputed = [...found.disputed.keys()].map((write): [RecordWrite, Failure] => [
    write,
    reasons.get(write) ?? unknownOf(write),
  ]);
  const areRefused =
    strayErrors.length > 0 &&
    strayErrors.length === unmentioned.length - unpaired.length &&
    strayErrors.every((error) => traceIdsIn(error).length === 0);
  const refusalOf = refusedByCount(strayErrors, response.status);
  const refused = (areRefused ? unmentioned : []).map((write): [RecordWrite, Failure] => [
    write,
    refusalOf(write),
  ]);
  if (areRefused && unpaired.length === 0) {
    return { ...NOTHING, settled: [...settled, ...refused], unconfirmed: disputed };
  }
  const rest = unmentioned.map((write): [RecordWrite, Failure] => [write, unknownOf(write)]);
  return {
    ...NOTHING,
    settled,
    unconfirmed: [...disputed, ...rest],
    refusals: new Map(refused),
    unpaired,
    areAllWritten,
    strayMessages: strayErrors.map(strayMessage),
  };
}

function interpretRefusal(response: HttpResponse, writes: readonly RecordWrite[]): Interpretation {
  const { status, error } = response;
  const size = smallerBatch(response, writes.length);
  const { bad, isNamed, resend, isQuoted, toBisect } = attribute(error, writes, size);
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
    isQuoted,
    toBisect,
    pendingErrors: [...resend.flat(), ...toBisect].map((write) => [
      write,
      asPending(failureOf(write)),
    ]),
    isRefused: isQuoted || toBisect.length > 0 || writes.length === 1,
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
