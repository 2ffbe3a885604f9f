import { readBatchAnswer, readError } from '../hubspot/readAnswer';
import type { BatchAnswer, RecordResult } from '../hubspot/shapes';
import { DIVISIBLE, isSuccess, REPEATABLE, TIMED_OUT, TOO_LARGE } from '../hubspot/statuses';
import type { RecordWrite } from '../records/recordInput';
import type { Answer, Answered } from '../send/answer';
import { correlate } from './correlate';
import { isolate } from './isolate';
import { ownFailure, type Failure, type Outcome, type OwnCategory, type Written } from './outcome';
import { toFailure } from './refusal';
import { SharedTexts } from './sharedTexts';
import { noOutcome } from './noOutcome';
import { notSigned } from './notSigned';

/** What an answer means for the records of its batch. Each of them stands in exactly one place. */
export interface Judgement {
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

/** A judgement on no record at all. */
export const NOTHING: Judgement = {
  settled: [],
  open: [],
  again: [],
  suspects: [],
  shared: [],
  isRefused: false,
};

/**
 * Judges the last answer to a batch.
 *
 * @param ambiguous Did an earlier attempt end so that HubSpot may have written all the same?
 */
export function judge(
  answer: Answer,
  ambiguous: boolean,
  writes: readonly RecordWrite[],
): Judgement {
  if (answer.kind === 'answered' && isSuccess(answer.status)) {
    return judgeBatchAnswer(answer, readBatchAnswer(answer.json), writes);
  }
  if (answer.kind === 'answered' && DIVISIBLE.has(answer.status)) {
    return judgeRefusal(answer, writes);
  }
  const failed = writes.map((write): [RecordWrite, Failure] => [write, lost(answer, write)]);
  return ambiguous ? { ...NOTHING, open: failed } : { ...NOTHING, settled: failed };
}

function judgeBatchAnswer(
  answer: Answered,
  body: BatchAnswer | undefined,
  writes: readonly RecordWrite[],
): Judgement {
  const found = correlate(body ?? { results: [], errors: [] }, writes);
  const facts = { httpStatus: answer.status, retryable: false, fallback: 'INVALID_VALUE' } as const;
  const refused = [...found.errors].map(([write, error]): [RecordWrite, Outcome] => [
    write,
    toFailure(error, write, { ...facts, message: 'HubSpot refused the record without saying why' }),
  ]);
  const texts = new SharedTexts();
  const written = [...found.results].map(([write, result]): [RecordWrite, Outcome] => {
    texts.share(result, write);
    return [write, toWritten(result)];
  });
  const whyOpen = noOutcome(answer, body, found.strayErrors);
  return {
    ...NOTHING,
    settled: [...refused, ...written],
    open: found.open.map((write) => [write, whyOpen]),
  };
}

function judgeRefusal(answer: Answered, writes: readonly RecordWrite[]): Judgement {
  const error = readError(answer.json);
  const { offenders, again, suspects } = isolate(error, writes, answer.status === TOO_LARGE);
  const facts = {
    httpStatus: answer.status,
    retryable: false,
    fallback: 'INVALID_VALUE',
    message: `HubSpot refused the record with HTTP ${answer.status} and did not say why`,
  } as const;
  const refusalOf = (write: RecordWrite): Failure => toFailure(error, write, facts);
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

function toWritten(result: RecordResult): Written {
  return { kind: 'written', outcome: result.new === true ? 'created' : 'updated', result };
}

/** The failure of a record whose request never got a usable answer. */
function lost(answer: Answer, write: RecordWrite): Failure {
  switch (answer.kind) {
    case 'credentialRefused':
      return notSigned(answer, answer.message);
    case 'unanswered':
      return ownFailure(answer.reason === 'timeout' ? 'TIMEOUT' : 'NETWORK', answer.message, {
        code: answer.code,
        httpStatus: answer.status ?? null,
        retryable: answer.reason !== 'tooLarge',
        attempted: answer.sent,
        stage: 'upsert',
      });
    case 'answered':
      return toFailure(readError(answer.json), write, {
        httpStatus: answer.status,
        retryable: isTrouble(answer.status),
        fallback: fallbackCategory(answer.status),
        message: isTrouble(answer.status)
          ? `HubSpot answered HTTP ${answer.status} every time it was asked`
          : `HubSpot refused the request with HTTP ${answer.status} and did not say why`,
      });
  }
}

/** Is it HubSpot's state that is to blame, and not what was sent? */
function isTrouble(status: number): boolean {
  return REPEATABLE.has(status) || status >= 500;
}

function fallbackCategory(status: number): OwnCategory {
  if (TIMED_OUT.has(status)) return 'TIMEOUT';
  return isTrouble(status) ? 'NETWORK' : 'INVALID_VALUE';
}
