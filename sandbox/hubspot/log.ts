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
  objectType: string | undefined;
  /** Parsed; undefined where the sandbox keeps no bodies. */
  body: unknown;
  /** `id` of each input of a batch. */
  inputIds: string[];
  /** Label of the token. */
  token: string | null;
  /** Null while there is no answer, and for good where a fault withheld it. */
  status: number | null;
  /** Ids of the records that were written. */
  written: string[];
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
      objectType: call.params.objectType,
      body: this.keepBodies ? withoutSecrets(call) : undefined,
      inputIds: inputIds(call.body),
      token: null,
      status: null,
      written: [],
      faults: [],
    };
    this.entries.push(entry);
    return entry;
  }

  /** The batch upserts, in the order of arrival. */
  upserts(): LogEntry[] {
    return this.of('upsert');
  }

  /** The requests of one operation: `read`, `properties`, `token`, … */
  of(operation: string): LogEntry[] {
    return this.entries.filter((entry) => entry.operation === operation);
  }

  clear(): void {
    this.entries.length = 0;
  }
}

/** The ids of a batch's inputs, as text, where it has any. */
export function inputIds(body: unknown): string[] {
  const inputs: unknown[] = isObject(body) && Array.isArray(body.inputs) ? body.inputs : [];
  return inputs.map((input) => (isObject(input) ? (textOf(input.id) ?? '') : ''));
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
