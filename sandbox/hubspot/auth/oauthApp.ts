import { randomUUID } from 'node:crypto';
import type { Meter, RateLimit } from '../limits/rateLimit';
import type { SandboxOptions } from '../options';
import { allScopes } from './scopes';
import type { Tokens } from './tokens';

/** An account's consent to the app; lives until it is revoked. */
interface Grant {
  label: string;
  scopes: string[];
  meter: Meter | null;
  lifeSeconds: number;
  /** Access tokens issued under it. */
  accessTokens: string[];
  refreshes: number;
}

export interface ConsentOptions {
  /** All that the app has where they are left out. */
  scopes?: string[];
  /** Life of each access token; the sandbox's where it is left out. */
  lifeSeconds?: number;
  /** For all tokens of the grant together; the sandbox's limit where it is left out, null is none. */
  rateLimit?: RateLimit | null;
}

/** What a token request is answered with. */
export interface IssuedTokens {
  accessToken: string;
  refreshToken: string;
  /** Life of the access token, fractions allowed. */
  lifeSeconds: number;
  scopes: string[];
}

/** The OAuth app that users of the sandbox connect, with its codes, grants and refresh tokens. */
export class OAuthApp {
  readonly clientId = randomUUID();
  readonly clientSecret = randomUUID();
  readonly scopes: readonly string[];
  /** How often any refresh token was used with success. */
  refreshes = 0;
  private readonly codes = new Map<string, { scopes: string[]; redirectUri: string }>();
  private readonly grants = new Map<string, Grant>();
  private grantCount = 0;

  constructor(
    private readonly options: SandboxOptions,
    private readonly tokens: Tokens,
  ) {
    this.scopes = options.appScopes ?? allScopes();
  }

  /** Tokens as after a consent in the browser. */
  consent({
    scopes = [...this.scopes],
    lifeSeconds = this.options.tokenLifeSeconds,
    rateLimit,
  }: ConsentOptions = {}): IssuedTokens {
    this.grantCount += 1;
    const refreshToken = `na1-${randomUUID()}`;
    const grant: Grant = {
      label: `oauth ${this.grantCount}`,
      scopes,
      meter: this.tokens.meter('oauth', rateLimit),
      lifeSeconds,
      accessTokens: [],
      refreshes: 0,
    };
    this.grants.set(refreshToken, grant);
    return this.issue(grant, refreshToken);
  }

  /** The code that a consent page hands to the redirect URI; good for one use. */
  authorizationCode(scopes: string[], redirectUri: string): string {
    const code = `na1-${randomUUID()}`;
    this.codes.set(code, { scopes, redirectUri });
    return code;
  }

  /** Undefined where the code is unknown, used, or was made for another redirect URI. */
  exchangeCode(code: string, redirectUri: string): IssuedTokens | undefined {
    const consented = this.codes.get(code);
    if (consented === undefined || consented.redirectUri !== redirectUri) return undefined;
    this.codes.delete(code);
    return this.consent({ scopes: consented.scopes });
  }

  /** Undefined where the refresh token is unknown or its grant was revoked. */
  refresh(refreshToken: string): IssuedTokens | undefined {
    const grant = this.grants.get(refreshToken);
    if (grant === undefined) return undefined;
    grant.refreshes += 1;
    this.refreshes += 1;
    if (!this.options.rotateRefreshTokens) return this.issue(grant, refreshToken);
    const next = `na1-${randomUUID()}`;
    this.grants.delete(refreshToken);
    this.grants.set(next, grant);
    return this.issue(grant, next);
  }

  /** How often one grant was refreshed. */
  refreshesOf(refreshToken: string): number {
    return this.grants.get(refreshToken)?.refreshes ?? 0;
  }

  /** Takes the consent back: its access tokens and its refresh token end at once. */
  revoke(refreshToken: string): void {
    for (const token of this.grants.get(refreshToken)?.accessTokens ?? []) {
      this.tokens.revoke(token);
    }
    this.grants.delete(refreshToken);
  }

  /** Ends every access token of every grant now; the refresh tokens stay good. */
  expireAccessTokens(): void {
    for (const grant of this.grants.values()) {
      for (const token of grant.accessTokens) this.tokens.expire(token);
    }
  }

  private issue(grant: Grant, refreshToken: string): IssuedTokens {
    const { label, scopes, meter, lifeSeconds } = grant;
    const accessToken = `CKaS${randomUUID()}${randomUUID()}`;
    this.tokens.add(accessToken, {
      label,
      scopes: new Set(scopes),
      meter,
      expiresAt: this.options.now() + lifeSeconds * 1000,
    });
    grant.accessTokens.push(accessToken);
    return { accessToken, refreshToken, lifeSeconds, scopes };
  }
}
