import type { IDataObject } from 'n8n-workflow';
import { nock } from './interceptors';
import { allCreated, found, ok, type Reply, type SentInput } from './replies';
import { serviceKeyFor, upsert, type Upsert } from './upsert';

export { allCreated, complete, found, ok, resultFor, type Reply, type SentInput } from './replies';

export const HUBSPOT = 'https://api.hubapi.com';

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

/** HubSpot's sentence about values, with its list of what is wrong with which property. */
export function notValid(...entries: Array<{ name: string; error: string; message: string }>) {
  const list = entries.map((entry) => ({ isValid: false, ...entry }));
  return `Property values were not valid: ${JSON.stringify(list)}`;
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
