import type { Pair } from './crm/associations';
import type { Call } from './endpoints/endpoint';
import { isObject, textOf } from './json';

/** One request, in the order of arrival. Tokens and client secrets never stand in it. */
export interface LogEntry {
  seq: number;
  /** Milliseconds since the sandbox started. */
  at: number;
  method: string;
  path: string;
  query: Record<string, string>;
  /** Undefined where no endpoint has that path. */
  operation: string | undefined;
  /** Of associations: the first one. */
  objectType: string | undefined;
  toObjectType: string | undefined;
  /** Parsed; undefined where the sandbox keeps no bodies. */
  body: unknown;
  /** `id` of each input of a batch; empty where a record is to be created. */
  inputIds: string[];
  /** The records that a batch asks to associate. */
  pairs: Pair[];
  /** Label of the token. */
  token: string | null;
  /** Null while there is no answer, and for good where a fault withheld it. */
  status: number | null;
  /** Ids of the records that were written. */
  written: string[];
  /** Those of `pairs` that were associated. */
  associated: Pair[];
  /** Kinds of the faults that were ordered for it. */
  faults: string[];
}

const SECRET_FIELDS = ['client_secret', 'refresh_token', 'code', 'access_token'];

/** Every request that reached the sandbox. */
export class RequestLog {
  readonly entries: LogEntry[] = [];
  private readonly startedAt = performance.now();

  constructor(private readonly keepBodies: boolean) {}

  /** Notes an arrival; what becomes of it is filled in later. */
  arrived(call: Call, operation: string | undefined): LogEntry {
    const entry: LogEntry = {
      seq: this.entries.length + 1,
      at: performance.now() - this.startedAt,
      method: call.method,
      path: call.path,
      query: call.query,
      operation,
      objectType: call.params.objectType ?? call.params.fromObjectType,
      toObjectType: call.params.toObjectType,
      body: this.keepBodies ? withoutSecrets(call) : undefined,
      inputIds: inputIds(call.body),
      pairs: inputPairs(call.body),
      token: null,
      status: null,
      written: [],
      associated: [],
      faults: [],
    };
    this.entries.push(entry);
    return entry;
  }

  /** The batch upserts, in the order of arrival. */
  upserts(): LogEntry[] {
    return this.of('upsert');
  }

  /** The requests of one operation: `read`, `properties`, `associate`, `token`, … */
  of(operation: string): LogEntry[] {
    return this.entries.filter((entry) => entry.operation === operation);
  }

  clear(): void {
    this.entries.length = 0;
  }
}

/** The ids of a batch's inputs, as text, where it has any. */
export function inputIds(body: unknown): string[] {
  return inputsOf(body).map((input) => (isObject(input) ? (textOf(input.id) ?? '') : ''));
}

/** The records that a batch's inputs associate, where it is one of associations. */
export function inputPairs(body: unknown): Pair[] {
  return inputsOf(body).flatMap((input) =>
    isObject(input) && isObject(input.from) && isObject(input.to)
      ? [{ fromId: textOf(input.from.id) ?? '', toId: textOf(input.to.id) ?? '' }]
      : [],
  );
}

/** The inputs of a batch, as they came. */
export function inputsOf(body: unknown): unknown[] {
  return isObject(body) && Array.isArray(body.inputs) ? body.inputs : [];
}

function withoutSecrets({ path, body }: Call): unknown {
  if (!path.startsWith('/oauth/') || !isObject(body)) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      SECRET_FIELDS.includes(name) ? '(hidden)' : value,
    ]),
  );
}
