import type { IHttpRequestOptions } from 'n8n-workflow';
import type { Answer } from './n8n';
import { allCreated, found, ok, type SentInput } from './replies';

type Step = Answer | Promise<Answer> | ((inputs: SentInput[]) => Answer | Promise<Answer>);

/** What HubSpot is to answer, in turn; the last step stays. What is left out answers as if all were well. */
export interface Script {
  upsert?: Step[];
  /** Default: finds nothing. */
  read?: Step[];
  /** Default: knows no property. */
  properties?: Step[];
  /** Default: there are none. */
  owners?: Step[];
  /** Default: there are none. */
  pipelines?: Step[];
}

export interface ScriptedHubspot {
  answer: (request: IHttpRequestOptions) => Answer | Promise<Answer>;
  requests: IHttpRequestOptions[];
  /** The ids of each batch upsert. */
  upserts: string[][];
  /** The ids of each batch read. */
  reads: string[][];
  /** Path and query of each request for property definitions. */
  properties: string[];
  /** Path and query of each request for owners or pipelines. */
  lists: string[];
}

/** A HubSpot without a wire, and what it was sent. */
export function scriptedHubspot(script: Script): ScriptedHubspot {
  const heard = { requests: [], upserts: [], reads: [], properties: [], lists: [] };
  const hubspot: ScriptedHubspot = { ...heard, answer: () => ok({}) };
  hubspot.answer = (request) => {
    hubspot.requests.push(request);
    const { pathname } = new URL(request.url);
    const inputs = (request.body as { inputs?: SentInput[] } | undefined)?.inputs ?? [];
    const ids = inputs.map(({ id }) => id);
    if (pathname.endsWith('/batch/upsert')) {
      return inTurn(script.upsert ?? [allCreated], hubspot.upserts.push(ids), inputs);
    }
    if (pathname.endsWith('/batch/read')) {
      return inTurn(script.read ?? [found([])], hubspot.reads.push(ids), inputs);
    }
    const list = (['owners', 'pipelines'] as const).find((name) =>
      pathname.startsWith(`/crm/v3/${name}`),
    );
    if (list !== undefined) {
      const turn = hubspot.lists.filter((asked) => asked.includes(list)).length + 1;
      hubspot.lists.push([pathname, ...queryOf(request)].join(' '));
      return inTurn(script[list] ?? [ok({ results: [] })], turn, inputs);
    }
    const level = (request.qs?.dataSensitivity as string | undefined) ?? '';
    const place = hubspot.properties.push([pathname, level].filter(Boolean).join(' '));
    return inTurn(script.properties ?? [ok({ results: [] })], place, inputs);
  };
  return hubspot;
}

function queryOf({ qs = {} }: IHttpRequestOptions): string[] {
  return Object.entries(qs)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`);
}

/** HubSpot answers when the test says so. */
export function later(): { answer: Promise<Answer>; give: (answer: Answer) => void } {
  let give!: (answer: Answer) => void;
  const answer = new Promise<Answer>((resolve) => {
    give = resolve;
  });
  return { answer, give };
}

function inTurn(steps: Step[], turn: number, inputs: SentInput[]): Answer | Promise<Answer> {
  const step = steps[Math.min(turn, steps.length) - 1]!;
  return typeof step === 'function' ? step(inputs) : step;
}
