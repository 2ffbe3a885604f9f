import type { IHttpRequestOptions } from 'n8n-workflow';
import type { ReadFrom } from '../../nodes/HubspotBatchUpsert/delivery/requests';
import type { Answer } from './n8n';
import {
  allAdded,
  allAssociated,
  allCreated,
  allUpdated,
  found,
  ok,
  type SentInput,
  type SentPair,
} from './replies';

type Step<Input = SentInput> =
  Answer | Promise<Answer> | ((inputs: Input[]) => Answer | Promise<Answer>);

/** What HubSpot is to answer, in turn; the last step stays. What is left out answers as if all were well. */
export interface Script {
  upsert?: Step[];
  /** Default: all are created. */
  create?: Step[];
  /** Default: all are updated. */
  update?: Step[];
  /** Default: finds nothing. */
  read?: Step[];
  /** Default: finds nothing. */
  search?: Step<string>[];
  /** Default: knows no property. */
  properties?: Step[];
  /** Default: there are none. */
  owners?: Step[];
  /** Default: there are none. */
  pipelines?: Step[];
  /** Default: all pairs are associated. */
  associate?: Step<SentPair>[];
  /** Default: no record has associations. */
  readAssociations?: Step<ReadFrom>[];
  /** Default: there are none. */
  labels?: Step[];
}

export interface ScriptedHubspot {
  answer: (request: IHttpRequestOptions) => Answer | Promise<Answer>;
  requests: IHttpRequestOptions[];
  /** The ids of each batch upsert. */
  upserts: string[][];
  /** The inputs of each batch that creates records. */
  creates: SentInput[][];
  /** The inputs of each batch that updates records. */
  updates: SentInput[][];
  /** The ids of each batch read. */
  reads: string[][];
  /** The values of each search. */
  searches: string[][];
  /** Path and query of each request for property definitions. */
  properties: string[];
  /** Path and query of each request for owners or pipelines. */
  lists: string[];
  /** The pairs of each request to associate, as `1>2`. */
  associates: string[][];
  /** The inputs of each request to read associations. */
  associationReads: ReadFrom[][];
  /** The path of each request for labels. */
  labels: string[];
}

/** A HubSpot without a wire, and what it was sent. */
export function scriptedHubspot(script: Script): ScriptedHubspot {
  const heard = { requests: [], upserts: [], reads: [], properties: [], lists: [] };
  const heardOfChoices = { creates: [], updates: [], searches: [] };
  const heardOfPairs = { associates: [], associationReads: [], labels: [] };
  const hubspot: ScriptedHubspot = {
    ...{ ...heard, ...heardOfChoices, ...heardOfPairs },
    answer: () => ok({}),
  };
  hubspot.answer = (request) => {
    hubspot.requests.push(request);
    const { pathname } = new URL(request.url);
    if (pathname.includes('/associations/')) return ofPairs(request, pathname, script, hubspot);
    const inputs = (request.body as { inputs?: SentInput[] } | undefined)?.inputs ?? [];
    const ids = inputs.map(({ id }) => id);
    if (pathname.endsWith('/batch/upsert')) {
      return inTurn(script.upsert ?? [allCreated], hubspot.upserts.push(ids), inputs);
    }
    if (pathname.endsWith('/batch/read')) {
      return inTurn(script.read ?? [found([])], hubspot.reads.push(ids), inputs);
    }
    if (pathname.endsWith('/batch/create')) {
      return inTurn(script.create ?? [allAdded], hubspot.creates.push(inputs), inputs);
    }
    if (pathname.endsWith('/batch/update')) {
      return inTurn(script.update ?? [allUpdated], hubspot.updates.push(inputs), inputs);
    }
    if (pathname.endsWith('/search')) {
      const values = searchedIn(request);
      return inTurn(script.search ?? [ok(NONE)], hubspot.searches.push(values), values);
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

const NONE = { total: 0, results: [] };

/** The values that a search asks for. */
function searchedIn({ body }: IHttpRequestOptions): string[] {
  const { filterGroups } = body as { filterGroups: Array<{ filters: [{ values: string[] }] }> };
  return filterGroups.flatMap(({ filters: [{ values }] }) => values);
}

function ofPairs(
  { body }: IHttpRequestOptions,
  pathname: string,
  script: Script,
  hubspot: ScriptedHubspot,
): Answer | Promise<Answer> {
  if (pathname.endsWith('/labels')) {
    return inTurn(script.labels ?? [ok({ results: [] })], hubspot.labels.push(pathname), []);
  }
  const { inputs } = body as { inputs: unknown[] };
  if (pathname.endsWith('/batch/read')) {
    const from = inputs as ReadFrom[];
    const steps = script.readAssociations ?? [ok({ results: [] })];
    return inTurn(steps, hubspot.associationReads.push(from), from);
  }
  const pairs = inputs as SentPair[];
  const turn = hubspot.associates.push(pairs.map(({ from, to }) => `${from.id}>${to.id}`));
  return inTurn(script.associate ?? [allAssociated], turn, pairs);
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

function inTurn<Input>(
  steps: Step<Input>[],
  turn: number,
  inputs: Input[],
): Answer | Promise<Answer> {
  const step = steps[Math.min(turn, steps.length) - 1]!;
  return typeof step === 'function' ? step(inputs) : step;
}
