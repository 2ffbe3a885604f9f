import axios from 'axios';
import type { AxiosInstance, AxiosResponse } from 'axios';
import type { ServiceKeyOptions } from '../../sandbox/hubspot/auth/tokens';
import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { startSandbox } from '../../sandbox/hubspot/sandbox';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';

export const LINE_ITEMS_UPSERT = '/crm/v3/objects/line_items/batch/upsert';
export const LINE_ITEMS_CREATE = '/crm/v3/objects/line_items/batch/create';

/** The fields of HubSpot's answers that the tests look at. */
interface Body {
  status?: string;
  message: string;
  category?: string;
  numErrors?: number;
  total?: number;
  paging?: { next: { after: string } };
  context?: Record<string, string[]>;
  results: {
    id: string;
    name?: string;
    new?: boolean;
    objectWriteTraceId?: string;
    properties: Record<string, string | null>;
    warnings?: { category: string; context: Record<string, string> }[];
  }[];
  errors: { message: string; code?: string; context: Record<string, string[]> }[];
  [field: string]: unknown;
}

/** A request to the sandbox that resolves with any status. */
export type Http = Pick<AxiosInstance, 'defaults'> & {
  get(path: string): Promise<AxiosResponse<Body>>;
  post(path: string, body?: unknown): Promise<AxiosResponse<Body>>;
  patch(path: string, body: unknown): Promise<AxiosResponse<Body>>;
};

const running: Sandbox[] = [];
afterEach(async () => {
  const ended = running.splice(0);
  await Promise.all(ended.map((sandbox) => sandbox.stop()));
  expect(ended.flatMap(({ violations }) => violations.answers)).toEqual([]);
});

/** A sandbox that ends with the test; its answers must be as HubSpot's OpenAPI files say. */
export async function sandboxForTest(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ specDir: process.env.HUBSPOT_SPEC_DIR, ...options });
  running.push(sandbox);
  return sandbox;
}

/** A client with a service key, or with the token given. */
export function client(sandbox: Sandbox, token: string | ServiceKeyOptions = {}): Http {
  const bearer = typeof token === 'string' ? token : sandbox.tokens.serviceKey(token);
  return axios.create({
    baseURL: sandbox.baseUrl,
    headers: { Authorization: `Bearer ${bearer}` },
    validateStatus: () => true,
    maxRedirects: 0,
  });
}

/** An input for line items that is complete and right. */
export function lineItem(id: string, properties: Record<string, unknown> = { name: id }) {
  return { id, idProperty: 'invoice_line_key', objectWriteTraceId: `trace-${id}`, properties };
}

/** An input that creates a line item with this key. */
export function newLineItem(key: string, properties: Record<string, unknown> = { name: key }) {
  return {
    objectWriteTraceId: `trace-${key}`,
    properties: { invoice_line_key: key, ...properties },
  };
}

/** The same input without its trace id. */
export function untraced<T extends { objectWriteTraceId?: string }>(input: T) {
  return { ...input, objectWriteTraceId: undefined };
}
