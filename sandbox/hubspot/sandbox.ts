import { setMaxListeners } from 'node:events';
import { OAuthApp } from './auth/oauthApp';
import { Tokens } from './auth/tokens';
import { Crm } from './crm/crm';
import { Faults } from './faults/faults';
import { newMeter } from './limits/rateLimit';
import { RequestLog } from './log';
import { conformityTo } from './openapi/conformity';
import type { Conformity } from './openapi/conformity';
import { DEFAULT_OPTIONS } from './options';
import type { SandboxOptions } from './options';
import { STREAM, seededRandom } from './random';
import { createApp } from './server/app';
import { untrustedCertificate } from './server/certificate';
import type { Surroundings } from './server/exchange';

const LOOPBACK = '127.0.0.1';

/** A running HubSpot on loopback. */
export interface Sandbox {
  /** `http://127.0.0.1:<port>`, or https, to be used as the credentials' base URL. */
  baseUrl: string;
  /** PEM of what a client has to trust; undefined without `tls`. */
  rootCertificate: string | undefined;
  options: SandboxOptions;
  /** Records, property definitions and associations, to read and to arrange. */
  store: Crm;
  /** Every request, in the order of arrival. */
  log: RequestLog;
  /** Faults to order. */
  faults: Faults;
  /** Service keys to issue, tokens to expire and to revoke. */
  tokens: Tokens;
  oauth: OAuthApp;
  /** What HubSpot's OpenAPI files do not allow; empty without `specDir`. */
  violations: Pick<Conformity, 'requests' | 'answers'>;
  /** How many answers it holds back on purpose: for latency, or for good by a fault. */
  heldBack(): number;
  /** Closes every connection, also those that hang. */
  stop(): Promise<void>;
}

/**
 * Starts a HubSpot that behaves as `facts.md` knows it, on a free port of 127.0.0.1.
 *
 * @param changes What shall be otherwise than by default.
 */
export async function startSandbox(changes: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const options = { ...DEFAULT_OPTIONS, ...changes };
  const store = new Crm(options);
  for (const { from, to, ...label } of options.associationLabels) {
    store.associations.addLabel(from, to, label);
  }
  const tokens = new Tokens(options);
  const oauth = new OAuthApp(options, tokens);
  const log = new RequestLog(options.logBodies);
  const faults = new Faults();
  const conformity = conformityTo(options.specDir);
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);

  const heldBack: Surroundings['heldBack'] = new Set();
  const resultOrder = seededRandom(options.seed, STREAM.resultOrder);
  const searchMeter = options.searchRateLimit && newMeter(options.searchRateLimit);
  const surroundings: Surroundings = {
    hubspot: { options, crm: store, tokens, oauth, resultOrder, searchMeter },
    log,
    faults,
    conformity,
    latency: seededRandom(options.seed, STREAM.latency),
    heldBack,
    stopped: stopping.signal,
  };
  const certificate = options.tls && untrustedCertificate(options.tls);
  const app = await createApp(surroundings, certificate);
  const baseUrl = await app.listen({ host: LOOPBACK, port: options.port });

  return {
    baseUrl,
    rootCertificate: certificate?.root,
    options,
    store,
    log,
    faults,
    tokens,
    oauth,
    violations: conformity,
    heldBack: () => heldBack.size,
    stop: async () => {
      await app.close();
      stopping.abort();
    },
  };
}
