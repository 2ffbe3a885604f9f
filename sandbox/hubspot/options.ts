import type { WriteProblem } from './crm/writePlan';
import type { RateLimit } from './limits/rateLimit';

/** Latency of every answer, drawn evenly between the two; whole milliseconds. */
export interface Latency {
  minMs: number;
  maxMs: number;
}

/** Where a 403 names the scopes: HubSpot answers in both shapes (docs.403.missing-scopes). */
export type MissingScopesShape = 'errors' | 'context';

/** How a sandbox behaves. Every field has a default that is closest to HubSpot itself. */
export interface SandboxOptions {
  /** 0 takes any free port. */
  port: number;
  /** Seeds latency, result order and random faults. */
  seed: number;
  latency: Latency;
  /** For tokens that set none of their own: undefined is HubSpot's limit of that kind, null is none. */
  rateLimit: RateLimit | null | undefined;
  /** False: as behind a gateway that strips the `X-HubSpot-RateLimit-*` headers. */
  rateLimitHeaders: boolean;
  /** Life of OAuth access tokens, fractions allowed. HubSpot: 1,800. */
  tokenLifeSeconds: number;
  /** True: every refresh answers with a new refresh token and ends the old one. HubSpot: false. */
  rotateRefreshTokens: boolean;
  /** Scopes that the OAuth app has; undefined is every scope that the sandbox knows. */
  appScopes: readonly string[] | undefined;
  missingScopesShape: MissingScopesShape;
  /** Whether results of a write carry `objectWriteTraceId`. */
  traceIdEcho: boolean;
  /** Whether results come in another order than the inputs. */
  shuffleResults: boolean;
  /**
   * Problems of one record that refuse the whole batch although every input has a trace id, as users
   * report it of values that another record owns.
   */
  refuseWholeBatchFor: readonly WriteProblem['kind'][];
  batchSizeLimit: number;
  /** False keeps bodies out of the log, for benches that send millions of records. */
  logBodies: boolean;
  /** Folder of HubSpot's OpenAPI files; undefined validates nothing. */
  specDir: string | undefined;
  /** Epoch milliseconds; tests may bring a clock of their own. */
  now: () => number;
}

export const DEFAULT_OPTIONS: SandboxOptions = {
  port: 0,
  seed: 1,
  latency: { minMs: 0, maxMs: 0 },
  rateLimit: undefined,
  rateLimitHeaders: true,
  tokenLifeSeconds: 1800,
  rotateRefreshTokens: false,
  appScopes: undefined,
  missingScopesShape: 'errors',
  traceIdEcho: true,
  shuffleResults: true,
  refuseWholeBatchFor: [],
  batchSizeLimit: 100,
  logBodies: true,
  specDir: undefined,
  now: () => Date.now(),
};
