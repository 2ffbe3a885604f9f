import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import type { AxiosInstance, AxiosResponse } from 'axios';

/** A request with HubSpot's answer, whatever its status. */
export interface Answer {
  method: Method;
  path: string;
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

type Method = 'GET' | 'POST' | 'DELETE';

/** Why a fact cannot be tried; its message is for the report. */
export class CannotTry extends Error {}

/** Thrown where nothing more may be sent: by the user's wish, or because it was enough. */
export class Stopped extends Error {}

export interface Bounds {
  pauseMs: number;
  maxRequests: number;
  maxMs: number;
  signal?: AbortSignal;
}

const TIMEOUT_MS = 30_000;
const RETRIES = 4;
/** HubSpot did nothing, and says so. */
const NOT_NOW = [423, 429];
const LIMIT_WAIT_MS = 10_000;
const LOCK_WAIT_MS = 2_000;

/** The account, asked at a gentle pace: one request after the other, and no more than the bounds. */
export class Hubspot {
  requests = 0;
  private readonly http: AxiosInstance;
  private readonly startedAt = Date.now();

  constructor(
    private readonly address: { baseUrl: string; key: string },
    private readonly bounds: Bounds,
  ) {
    this.http = axios.create({
      baseURL: address.baseUrl,
      headers: { Authorization: `Bearer ${address.key}` },
      timeout: TIMEOUT_MS,
      maxRedirects: 0,
      validateStatus: () => true,
    });
  }

  /** The account for requests with bounds of their own, to remove what was made. */
  within(bounds: Bounds): Hubspot {
    return new Hubspot(this.address, bounds);
  }

  /**
   * @throws Stopped
   * @throws CannotTry where HubSpot refuses the key or is out of order, or no answer comes.
   */
  async send(method: Method, path: string, body?: unknown): Promise<Answer> {
    for (let attempt = 0; ; attempt += 1) {
      await this.mayBegin();
      const response = await this.request(method, path, body);
      const answer = toAnswer(method, path, response);
      if (NOT_NOW.includes(answer.status) && attempt < RETRIES) {
        await pause(waitOf(answer), undefined, { signal: this.bounds.signal }).catch(() => {});
        continue;
      }
      refuseUnusable(answer);
      return answer;
    }
  }

  private async mayBegin(): Promise<void> {
    const { pauseMs, maxRequests, maxMs, signal } = this.bounds;
    if (this.requests > 0) await pause(pauseMs, undefined, { signal }).catch(() => {});
    if (signal?.aborted) throw new Stopped('stopped by the user');
    if (this.requests >= maxRequests) throw new Stopped(`${maxRequests} requests were sent`);
    if (Date.now() - this.startedAt >= maxMs) throw new Stopped('the time was up');
    this.requests += 1;
  }

  private async request(method: Method, url: string, data: unknown): Promise<AxiosResponse> {
    try {
      return await this.http.request({ method, url, data });
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      throw new CannotTry(`no answer (${code ?? message})`);
    }
  }
}

function toAnswer(method: Method, path: string, response: AxiosResponse): Answer {
  const headers = Object.entries(response.headers).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ]);
  const { status, data: body } = response as AxiosResponse<unknown>;
  return {
    method,
    path,
    status,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body,
  };
}

function waitOf({ status, headers }: Answer): number {
  const seconds = Number(headers['retry-after']);
  if (seconds > 0) return seconds * 1_000;
  return status === 429 ? LIMIT_WAIT_MS : LOCK_WAIT_MS;
}

function refuseUnusable({ status, body }: Answer): void {
  if (status < 500 && ![401, 403, ...NOT_NOW].includes(status)) return;
  const { message } = (body ?? {}) as { message?: unknown };
  const said = typeof message === 'string' ? `: ${message}` : '';
  throw new CannotTry(`HubSpot answered with ${status}${said}`);
}
