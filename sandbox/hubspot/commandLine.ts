import { parseArgs } from 'node:util';
import { HUBSPOT_LIMITS } from './limits/rateLimit';
import type { RateLimit } from './limits/rateLimit';
import { BARE_V3 } from './options';
import type { Latency, SandboxOptions } from './options';
import { UNTRUSTED_TLS } from './server/certificate';
import type { UntrustedTls } from './server/certificate';

export const USAGE = `npm run sandbox -- [options]

A HubSpot on loopback, for trying the node without an account.

  --port N           port on 127.0.0.1 (default 8787; 0 takes any free one)
  --latency MS       latency of every answer, e.g. 300 or 300-800 (default 0)
  --limit N          requests in one window, or "off" (default: HubSpot's, 190 or 110)
  --window MS        length of the window (default 10000)
  --token-life S     life of OAuth access tokens in seconds (default 1800)
  --seed N           seed of latency and result order (default 1)
  --bare             echo neither trace ids nor keys in results, as recorded answers of v3
  --page N           property definitions and schemas in pages of N (default: all in one)
  --batch N          inputs that a batch may have (default 100)
  --tls KIND         https with a certificate that no client trusts: ${UNTRUSTED_TLS.join(', ')}
  --help             this text
`;

/** What the command line asks for. */
export type Command =
  | { kind: 'run'; options: Partial<SandboxOptions> }
  | { kind: 'help' }
  | { kind: 'unusable'; message: string };

const DEFAULT_PORT = 8787;
const HIGHEST_PORT = 65_535;

/** @param args Without the program's name. */
export function parseCommandLine(args: string[]): Command {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        latency: { type: 'string' },
        limit: { type: 'string' },
        window: { type: 'string' },
        'token-life': { type: 'string' },
        seed: { type: 'string' },
        bare: { type: 'boolean' },
        page: { type: 'string' },
        batch: { type: 'string' },
        tls: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return { kind: 'help' };
    const options: Partial<SandboxOptions> = {
      port: readPort(values.port),
      latency: readLatency(values.latency),
      rateLimit: readRateLimit(values.limit, values.window),
      tokenLifeSeconds: readNumber('--token-life', values['token-life'] ?? '1800'),
      seed: readWhole('--seed', values.seed ?? '1'),
      ...(values.bare && BARE_V3),
      ...(values.page !== undefined && { definitionsPageSize: atLeastOne('--page', values.page) }),
      ...(values.batch !== undefined && { batchSizeLimit: atLeastOne('--batch', values.batch) }),
      ...(values.tls !== undefined && { tls: readTls(values.tls) }),
    };
    return { kind: 'run', options };
  } catch (error) {
    return { kind: 'unusable', message: error instanceof Error ? error.message : String(error) };
  }
}

function readPort(text: string | undefined): number {
  const port = readWhole('--port', text ?? String(DEFAULT_PORT));
  if (port > HIGHEST_PORT) throw new Error(`--port must be at most ${HIGHEST_PORT}, not ${port}`);
  return port;
}

function readLatency(text = '0'): Latency {
  const [min = '', max = min, ...rest] = text.split('-');
  if (rest.length > 0) throw new Error(`--latency must look like 300 or 300-800, not ${text}`);
  const latency = { minMs: readWhole('--latency', min), maxMs: readWhole('--latency', max) };
  if (latency.minMs > latency.maxMs) {
    throw new Error(`--latency must name the smaller number first, not ${text}`);
  }
  return latency;
}

function readRateLimit(limit: string | undefined, window: string | undefined) {
  if (limit === 'off') return null;
  if (limit === undefined && window === undefined) return undefined;
  const standard: RateLimit = HUBSPOT_LIMITS.serviceKey;
  return {
    ...standard,
    perWindow: atLeastOne('--limit', limit ?? String(standard.perWindow)),
    windowMs: atLeastOne('--window', window ?? String(standard.windowMs)),
  };
}

function atLeastOne(flag: string, text: string): number {
  const number = readWhole(flag, text);
  if (number < 1) throw new Error(`${flag} must be at least 1, not ${text}`);
  return number;
}

function readTls(text: string): UntrustedTls {
  const kind = UNTRUSTED_TLS.find((known) => known === text);
  if (kind !== undefined) return kind;
  throw new Error(`--tls must be one of ${UNTRUSTED_TLS.join(', ')}, not "${text}"`);
}

function readWhole(flag: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`${flag} must be a whole number, not "${text}"`);
}

function readNumber(flag: string, text: string): number {
  if (/^(\d+\.?\d*|\.\d+)$/.test(text)) return Number(text);
  throw new Error(`${flag} must be a number, not "${text}"`);
}
