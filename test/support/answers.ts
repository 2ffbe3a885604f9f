import type { IDataObject } from 'n8n-workflow';
import { nock } from './interceptors';
import { serviceKeyFor, upsert, type Upsert } from './upsert';

export const HUBSPOT = 'https://api.hubapi.com';

/** One input of a batch, as the node sent it. */
export interface SentInput {
  id: string;
  idProperty: string;
  properties: Record<string, string>;
  objectWriteTraceId: string;
}

export interface Reply {
  status: number;
  /** Text is sent as it is. */
  body: unknown;
  headers?: Record<string, string>;
}

type Answer = Reply | ((inputs: SentInput[]) => Reply);

/** What HubSpot is to answer; what is left out answers as if all were well. */
export interface Script {
  /** In turn; the last one stays. */
  upsert?: Answer[];
  /** Default: finds nothing. */
  read?: Answer[];
  properties?: Reply;
}

export interface Heard {
  upserts: SentInput[][];
  /** The ids of each batch read. */
  reads: string[][];
}

/** Lets HubSpot itself answer as told; says what it was sent. */
export function hubspotAnswers(script: Script): Heard {
  const heard: Heard = { upserts: [], reads: [] };
  const { properties = ok(DEFINITIONS) } = script;
  nock(HUBSPOT)
    .persist()
    .get(/^\/crm\/v3\/properties\//)
    .reply(() => toNock(properties));
  nock(HUBSPOT)
    .persist()
    .post(/\/batch\/upsert$/)
    .reply((_, body) => {
      const { inputs } = body as { inputs: SentInput[] };
      heard.upserts.push(inputs);
      return toNock(inTurn(script.upsert ?? [allCreated], heard.upserts.length)(inputs));
    });
  nock(HUBSPOT)
    .persist()
    .post(/\/batch\/read$/)
    .reply((_, body) => {
      const { inputs } = body as { inputs: SentInput[] };
      heard.reads.push(inputs.map(({ id }) => id));
      return toNock(inTurn(script.read ?? [found([])], heard.reads.length)(inputs));
    });
  return heard;
}

/** Runs the node with a service key against HubSpot's own address. */
export async function upsertToHubspot({ parameters, ...more }: Omit<Upsert, 'credential'>) {
  const options = { maxRetries: 0, ...(parameters?.options as IDataObject | undefined) };
  return await upsert({
    credential: serviceKeyFor(HUBSPOT),
    parameters: { ...parameters, options },
    ...more,
  });
}

export function ok(body: unknown): Reply {
  return { status: 200, body };
}

/** 200 with a result for every input, in the order of the inputs. */
export function allCreated(inputs: SentInput[]): Reply {
  return complete(inputs.map((input) => resultFor(input)));
}

/** A result as HubSpot gives it for an input. */
export function resultFor({ id, idProperty, properties, objectWriteTraceId }: SentInput) {
  return {
    id: `9${id}`,
    properties: { ...properties, [idProperty]: id, hs_object_id: `9${id}` },
    createdAt: '2026-03-10T23:04:41.164Z',
    updatedAt: '2026-03-10T23:04:41.164Z',
    archived: false,
    new: true,
    objectWriteTraceId,
  };
}

export function complete(results: unknown[], more: object = {}): Reply {
  return ok({
    status: 'COMPLETE',
    results,
    startedAt: '2026-03-10T23:04:41.164Z',
    completedAt: '2026-03-10T23:04:41.264Z',
    ...more,
  });
}

/** HubSpot's sentence about values, with its list of what is wrong with which property. */
export function notValid(...entries: Array<{ name: string; error: string; message: string }>) {
  const list = entries.map((entry) => ({ isValid: false, ...entry }));
  return `Property values were not valid: ${JSON.stringify(list)}`;
}

/** What a batch read finds: records by their key, with their properties. */
export function found(records: Array<Record<string, string>>): Reply {
  return complete(
    records.map((properties, index) => ({ id: String(700 + index), properties, archived: false })),
  );
}

function inTurn(answers: Answer[], turn: number): (inputs: SentInput[]) => Reply {
  const answer = answers[Math.min(turn, answers.length) - 1]!;
  return typeof answer === 'function' ? answer : () => answer;
}

function toNock({ status, body, headers }: Reply): [number, string, Record<string, string>] {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  return [status, text, { 'content-type': type, ...headers }];
}

const DEFINITIONS = {
  results: [
    { name: 'invoice_line_key', type: 'string', hasUniqueValue: true },
    { name: 'name', type: 'string' },
    { name: 'price', type: 'number' },
    { name: 'hs_sku', type: 'string' },
  ],
};
