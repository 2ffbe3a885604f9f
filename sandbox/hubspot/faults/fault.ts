import type { ThrottlePolicy } from '../answers/errors';
import type { Ban } from '../answers/forbidden';
import type { Crm } from '../crm/crm';

/** Whether a fault strikes before HubSpot does its work, or when the work is done. */
export type When = 'before' | 'after';

/** The answer is another one, or none at all. */
export type AnswerFault =
  | {
      kind: 'status';
      status: number;
      when?: When;
      /** Default: HubSpot's body for that status. Text is sent as it is. */
      body?: unknown;
      headers?: Record<string, string>;
      /** Header `Retry-After`. */
      retryAfterSeconds?: number;
      /** For a 403 that no scope would help. */
      ban?: Ban;
      /** For a 429; default TEN_SECONDLY_ROLLING. */
      policy?: ThrottlePolicy;
    }
  | { kind: 'html'; when?: When; status?: number }
  | { kind: 'emptyBody'; when?: When; status?: number }
  | { kind: 'redirect'; to: string; when?: When; status?: number }
  /** The same refusal for every record, whatever it holds; nothing is written. */
  | {
      kind: 'refusal';
      /**
       * `{id}` becomes the id of the record, or of the batch's first, and the first of its values where
       * it is to be created; `{from}` and `{to}` the ids of a pair; `{count}` the inputs' number.
       */
      message: string;
      /** One 400 for the batch (default), or an error for each record in a 207. */
      per?: 'batch' | 'record';
      /** Of the batch's refusal, default 400. */
      status?: number;
      /** Default VALIDATION_ERROR; null leaves it out. */
      category?: string | null;
      /** With these the message stands in an entry of `errors` (rebuilt.400.conditional-required). */
      code?: string;
      property?: string;
      context?: Record<string, string[]>;
    }
  /** COMPLETE without results, and nothing is written. */
  | { kind: 'silentNoop' };

/** The answer is right but the wire is not. */
export type WireFault =
  | { kind: 'reset'; when?: When }
  /** Never answers. */
  | { kind: 'hang'; when?: When }
  /** Sends the headers alone, or all of the body, and never an end. */
  | { kind: 'stall'; after: 'headers' | 'body'; when?: When }
  /** Answers 101 to a request that asks for no other protocol, and keeps the connection. */
  | { kind: 'switchingProtocols'; when?: When }
  | { kind: 'drip'; bytesPerSecond: number }
  /** Announces the whole body, sends half of it and closes. */
  | { kind: 'halfBody' }
  | { kind: 'invalidUtf8' }
  /** A small gzip body that expands to this many megabytes. */
  | { kind: 'gzipBomb'; megabytes: number };

/** The answer to a batch says something else than what happened. */
export type BatchFault =
  | { kind: 'dropTraceIds' }
  | { kind: 'dropResults'; count?: number }
  | { kind: 'duplicateResults' }
  /** Each result has the trace id of another. */
  | { kind: 'swapTraceIds' }
  /** A record that an error names has a result too, and is not there. */
  | { kind: 'resultsBesideErrors' }
  /** Results for records, or for pairs, that were never sent. */
  | { kind: 'foreignResults'; count?: number }
  /** Property values in results come back in upper case; default all of them. */
  | { kind: 'changeCase'; property?: string }
  | { kind: 'errorsWithoutContext' }
  /** Errors name the input's id in `context.ids` instead of its trace id. */
  | { kind: 'errorsNameIds' }
  /** Errors have the trace id beside their message instead of in the context. */
  | { kind: 'errorsNameOnTop' }
  /** One error names all the records, with what it says of each in its message or in its `errors`. */
  | { kind: 'oneErrorNamesAll'; sentences: 'joined' | 'nested' }
  /** All errors say the same. */
  | { kind: 'errorsSay'; message: string; category?: string }
  /** Errors name neither trace id nor id, only the properties, in `errors[].context`. */
  | { kind: 'errorsNameProperties' }
  /** Trace ids in `errors` that were never sent. */
  | { kind: 'foreignTraceIds' }
  /** Errors beyond those that happened. */
  | { kind: 'extraErrors'; count: number }
  /** Results (or definitions) with this `name` have other fields, e.g. `{ options: null }`. */
  | { kind: 'oddFields'; name: string; fields: Record<string, unknown> }
  /** Results and errors hold a field of objects and lists within one another. */
  | { kind: 'nested'; depth: number }
  | { kind: 'numErrors'; numErrors: number }
  | { kind: 'batchStatus'; status: 'CANCELED' | 'PENDING' | 'PROCESSING' };

/**
 * The write comes in after a later request that HubSpot works on; until then nothing is written, and
 * without `until` only when the test says so. The answer is a 504, or what further actions make of it.
 */
export interface LateWrite {
  kind: 'lateWrite';
  until?: FaultMatch;
}

/** Somebody else is faster: this is done before HubSpot works on the request, which it does truly. */
export interface Meanwhile {
  kind: 'meanwhile';
  run: (store: Crm) => void;
}

export type FaultAction = AnswerFault | WireFault | BatchFault | LateWrite | Meanwhile;

/** Which requests a fault strikes; what is left out matches every request. */
export interface FaultMatch {
  method?: string;
  /** Text: part of the path. */
  path?: string | RegExp;
  /** Fields that the query must have with these values, e.g. `{ dataSensitivity: 'sensitive' }`. */
  query?: Record<string, string>;
  /**
   * Batches with an input of this id, or with a pair that has it; among the inputs of a batch/create,
   * which have none, one with this value in a property.
   */
  containsId?: string;
  /** Only the n-th matching request, counted from 1. */
  nth?: number;
  /** Every n-th matching request. */
  every?: number;
  /** At most so often. */
  times?: number;
}

/** A fault as a test orders it; several actions strike the same answer one after the other. */
export interface FaultOrder {
  match?: FaultMatch;
  do: FaultAction | FaultAction[];
}
