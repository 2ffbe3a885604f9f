import type { ConflictWording } from './answers/conflictWords';
import type { MissingScopesShape } from './answers/forbidden';
import { DEFAULT_ASSOCIATION_OPTIONS } from './associationOptions';
import type { AssociationOptions } from './associationOptions';
import type { WriteProblem } from './crm/writePlan';
import type { ApiVersion } from './endpoints/endpoint';
import type { RateLimit } from './limits/rateLimit';
import { DEFAULT_SEARCH_OPTIONS } from './searchOptions';
import type { SearchOptions } from './searchOptions';
import type { UntrustedTls } from './server/certificate';

/** Latency of every answer, drawn evenly between the two; whole milliseconds. */
export interface Latency {
  minMs: number;
  maxMs: number;
}

/**
 * Where trace ids come back: recorded answers of v3 have them in `errors` alone, those of 2026-09 in
 * `results` too (facts.md).
 */
export type TraceIdEcho = 'everywhere' | 'inErrorsAlone' | 'none';

/** How a sandbox behaves. Every field has a default that is closest to HubSpot itself. */
export interface SandboxOptions extends AssociationOptions, SearchOptions {
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
  /** One for both versions of the API, or one for each. */
  traceIdEcho: TraceIdEcho | Record<ApiVersion, TraceIdEcho>;
  /**
   * Whose results hold the record's value of idProperty although it was not sent among the properties.
   * In recorded answers nobody's do; a contact that was found by an additional address shows its
   * primary one where they do (facts.md).
   */
  keyInResults: 'always' | 'ofCreated' | 'never';
  /**
   * What becomes of two inputs with different ids of one record, such as two addresses of a contact:
   * both are written, in order, with a result for each or the last one's alone, or the batch is refused
   * as with duplicate ids. HubSpot's way is not known.
   */
  duplicateRecords: 'written' | 'oneResult' | 'refused';
  /**
   * Where the id of a record that was merged leads to the one that it was merged into. HubSpot's changelog
   * says so of fetching ("Updated merge functionality for contacts and companies"); whether its updates
   * and associations do the same is not known.
   */
  oldIdsLead: 'everywhere' | 'inReads';
  /** Versions that insist on required properties: 2026-09 does, v3 was seen to with tickets. */
  requiredIn: readonly ApiVersion[];
  /** How a missing one is told: as a value that is not valid, or as rebuilt.400.required-not-set. */
  requiredWording: 'notValid' | 'notSet';
  conflictWording: ConflictWording;
  /** What becomes of an input without properties (observed.400.no-properties; not sure of upserts). */
  emptyWrites: 'written' | 'refused';
  /** Whether 2026-09 answers a missing record or object type with an empty 404, as observed. */
  emptyNotFound: boolean;
  /** Whether results come in another order than the inputs. */
  shuffleResults: boolean;
  /**
   * What a batch/update gets for records that are not there, with or without trace ids: an error for
   * each, as recorded (rebuilt.207.not-found.ids), one with the ids of all, or a 404 for the batch.
   */
  missingInUpdate: 'perRecord' | 'oneError' | 'refusesBatch';
  /**
   * What becomes of a batch/update of contacts by `email`. HubSpot's guide says that it takes record
   * ids alone, and users met that (github.com/HubSpot/hubspot-api-nodejs/issues/548); its reference
   * says that it takes unique properties.
   */
  updatesByEmail: 'written' | 'refused';
  /**
   * Problems of one record that refuse the whole batch although every input has a trace id, as users
   * report it of values that another record owns.
   */
  refuseWholeBatchFor: readonly Exclude<WriteProblem['kind'], 'notFound'>[];
  batchSizeLimit: number;
  /** False keeps bodies out of the log, for benches that send millions of records. */
  logBodies: boolean;
  /** The most that a batch/read takes which asks for property histories. */
  historyReadLimit: number;
  /** Whether an empty `propertiesWithHistory` asks for them; HubSpot's way is not known. */
  emptyHistoryCounts: boolean;
  /** Definitions and schemas in one page; undefined is all, as HubSpot was seen to answer. */
  definitionsPageSize: number | undefined;
  /** Whether definitions list no pipelines and stages, which the pipelines API alone then tells. */
  externalPipelines: boolean;
  /** The most owners in one page. HubSpot: 500. */
  ownersPageSize: number;
  /** Serves https with a certificate of this kind; undefined is http. */
  tls: UntrustedTls | undefined;
  /** Folder of HubSpot's OpenAPI files; undefined validates nothing. */
  specDir: string | undefined;
  /** Epoch milliseconds; tests may bring a clock of their own. */
  now: () => number;
}

export const DEFAULT_OPTIONS: SandboxOptions = {
  ...DEFAULT_ASSOCIATION_OPTIONS,
  ...DEFAULT_SEARCH_OPTIONS,
  port: 0,
  seed: 1,
  latency: { minMs: 0, maxMs: 0 },
  rateLimit: undefined,
  rateLimitHeaders: true,
  tokenLifeSeconds: 1800,
  rotateRefreshTokens: false,
  appScopes: undefined,
  missingScopesShape: 'errors',
  traceIdEcho: 'everywhere',
  keyInResults: 'ofCreated',
  duplicateRecords: 'written',
  oldIdsLead: 'everywhere',
  requiredIn: ['2026-09'],
  requiredWording: 'notValid',
  conflictWording: 'coordinates',
  emptyWrites: 'written',
  emptyNotFound: false,
  shuffleResults: true,
  missingInUpdate: 'perRecord',
  updatesByEmail: 'refused',
  refuseWholeBatchFor: [],
  batchSizeLimit: 100,
  historyReadLimit: 50,
  emptyHistoryCounts: false,
  definitionsPageSize: undefined,
  externalPipelines: false,
  ownersPageSize: 500,
  tls: undefined,
  logBodies: true,
  specDir: undefined,
  now: () => Date.now(),
};

/** Answers as they were recorded: v3 echoes no trace id in `results`, and no key in any version. */
export const BARE_V3: Partial<SandboxOptions> = {
  traceIdEcho: { v3: 'inErrorsAlone', '2026-09': 'everywhere' },
  keyInResults: 'never',
};
