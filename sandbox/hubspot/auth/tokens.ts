import { randomUUID } from 'node:crypto';
import { HUBSPOT_LIMITS, newMeter } from '../limits/rateLimit';
import type { Meter, RateLimit } from '../limits/rateLimit';
import type { SandboxOptions } from '../options';
import { allScopes } from './scopes';

/** What the sandbox knows about an access token. */
export interface TokenInfo {
  /** Names the token in the log, which never holds the token itself. */
  label: string;
  scopes: ReadonlySet<string>;
  /** Null is no rate limit. Tokens of one OAuth grant share theirs. */
  meter: Meter | null;
  /** Epoch milliseconds; undefined never expires. */
  expiresAt: number | undefined;
}

export interface ServiceKeyOptions {
  label?: string;
  /** Every scope where it is left out. */
  scopes?: readonly string[];
  /** The sandbox's limit where it is left out; null is none. */
  rateLimit?: RateLimit | null;
}

/** The access tokens that the sandbox takes: service keys, and those of OAuth grants. */
export class Tokens {
  private readonly known = new Map<string, TokenInfo>();
  private serviceKeys = 0;

  constructor(private readonly options: SandboxOptions) {}

  /** A new service key, `pat-na1-…`, ready for `Authorization: Bearer`. */
  serviceKey({ label, scopes, rateLimit }: ServiceKeyOptions = {}): string {
    this.serviceKeys += 1;
    const key = `pat-na1-${randomUUID()}`;
    this.known.set(key, {
      label: label ?? `service key ${this.serviceKeys}`,
      scopes: new Set(scopes ?? allScopes()),
      meter: this.meter('serviceKey', rateLimit),
      expiresAt: undefined,
    });
    return key;
  }

  /** A meter for a new token; undefined takes the sandbox's own limit, null none. */
  meter(kind: keyof typeof HUBSPOT_LIMITS, rateLimit?: RateLimit | null): Meter | null {
    const { rateLimit: common } = this.options;
    const limit =
      rateLimit !== undefined ? rateLimit : common !== undefined ? common : HUBSPOT_LIMITS[kind];
    return limit === null ? null : newMeter(limit);
  }

  add(token: string, info: TokenInfo): void {
    this.known.set(token, info);
  }

  find(token: string): TokenInfo | undefined {
    return this.known.get(token);
  }

  /** From now on the token has expired. */
  expire(token: string): void {
    const info = this.known.get(token);
    if (info !== undefined) info.expiresAt = this.options.now();
  }

  /** From now on the token is unknown. */
  revoke(token: string): void {
    this.known.delete(token);
  }
}
