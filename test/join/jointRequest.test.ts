import type { IDataObject, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import type { Connection } from '../../nodes/HubspotBatchUpsert/http/request';
import type { HttpResult } from '../../nodes/HubspotBatchUpsert/http/response';
import {
  JointRequest,
  type OutgoingRequest,
} from '../../nodes/HubspotBatchUpsert/join/jointRequest';
import { whole, type Share } from '../../nodes/HubspotBatchUpsert/join/share';
import { n8nContext, type Answer } from '../support/n8n';
import { ok } from '../support/replies';

/** A HubSpot that answers when it is told to, and a permission that notes what becomes of it. */
function begin(awaited: number) {
  const requests: IHttpRequestOptions[] = [];
  const signals: AbortSignal[] = [];
  let answer!: (answer: Answer) => void;
  const answered = new Promise<Answer>((resolve) => (answer = resolve));
  const hear = (request: IHttpRequestOptions) => {
    requests.push(request);
    return answered;
  };
  const learned: HttpResult[] = [];
  let released = 0;
  const permission = {
    learn: (result: HttpResult) => void learned.push(result),
    release: () => void (released += 1),
  };
  const joint = new JointRequest<string>(permission, awaited);
  const asked: Array<readonly (readonly string[])[]> = [];
  const outgoing = (members: string[], more: Partial<OutgoingRequest<string>> = {}) => ({
    connection: connectionOf(hear, signals),
    request: {
      method: 'POST' as const,
      path: '/batch',
      timeoutMs: 1_000,
      body: { inputs: members } as IDataObject,
    },
    batch: {
      members,
      tellApart: (_: HttpResult, batches: readonly (readonly string[])[]): Promise<Share[]> => {
        asked.push(batches);
        return Promise.resolve(batches.map(() => UNTOLD));
      },
    },
    cancelSignal: undefined,
    ...more,
  });
  return { joint, outgoing, requests, signals, answer, learned, asked, released: () => released };
}

const UNTOLD: Share = { isTold: false, isOutcomeUnknown: false };

/** @param signals By what n8n would break each request off. */
function connectionOf(
  hear: (request: IHttpRequestOptions) => Promise<Answer>,
  signals: AbortSignal[],
): Connection {
  const context = n8nContext(hear);
  const helpers = { ...context.helpers };
  context.helpers.httpRequestWithAuthentication = async function (...given): Promise<unknown> {
    const called = this as unknown as IExecuteFunctions;
    signals.push(called.getExecutionCancelSignal()!);
    return (await helpers.httpRequestWithAuthentication.apply(this, given)) as unknown;
  };
  return {
    context,
    credentialType: 'hubspotBatchServiceKeyApi',
    baseUrl: 'https://api.hubapi.com',
    account: 'test',
    sensitiveData: [],
  };
}

const settled = async () => await new Promise((resolve) => setImmediate(resolve));

it('it leaves when each has said whether it comes along, with the records of all, once', async () => {
  const { joint, outgoing, requests, answer, learned, asked, released } = begin(3);
  const one = joint.participant().send(outgoing(['A', 'B']));
  joint.participant().release();
  await settled();
  expect(requests).toEqual([]);
  const two = joint.participant().send(outgoing(['C']));
  await settled();
  expect(requests.map(({ body }) => body)).toEqual([{ inputs: ['A', 'B', 'C'] }]);
  expect(learned).toEqual([]);
  answer(ok({ status: 'COMPLETE' }));
  const arrivals = await Promise.all([one, two]);
  expect(learned).toEqual([arrivals[0].result]);
  expect(arrivals[1].result).toBe(arrivals[0].result);
  expect(await Promise.all(arrivals.map(({ share }) => share))).toEqual([UNTOLD, UNTOLD]);
  expect(asked).toEqual([[['A', 'B'], ['C']]]);
  expect(released()).toBe(0);
});

it('one that travels alone has the response as it stands, and its own body', async () => {
  const { joint, outgoing, requests, answer, asked } = begin(1);
  const arriving = joint.participant().send(outgoing(['A'], { request: withBody({ after: '7' }) }));
  answer(ok({ status: 'COMPLETE' }));
  const { result, share } = await arriving;
  expect(await share).toEqual(whole(result));
  expect(requests.map(({ body }) => body)).toEqual([{ after: '7' }]);
  expect(asked).toEqual([]);
});

it('so has a request that holds no batch', async () => {
  const { joint, outgoing, answer } = begin(1);
  const arriving = joint.participant().send({ ...outgoing([]), batch: undefined });
  answer(ok({}));
  const { result, share } = await arriving;
  expect(await share).toEqual(whole(result));
});

it('where nobody comes along, the right to send is given back', async () => {
  const { joint, requests, released } = begin(2);
  joint.participant().release();
  expect(released()).toBe(0);
  joint.participant().release();
  await settled();
  expect([requests, released()]).toEqual([[], 1]);
});

it('what the first asks for besides its records holds for all', async () => {
  const { joint, outgoing, requests, answer } = begin(2);
  const request = withBody({ inputs: ['A'], idProperty: 'sku' });
  const ends = [
    joint.participant().send(outgoing(['A'], { request })),
    joint.participant().send(outgoing(['B'])),
  ];
  answer(ok({}));
  await Promise.all(ends);
  expect(requests.map(({ body }) => body)).toEqual([{ inputs: ['A', 'B'], idProperty: 'sku' }]);
});

it.each<[string, () => Promise<Share[]>]>([
  ['fails', () => Promise.reject(new Error('no'))],
  ['leaves one out', () => Promise.resolve([])],
])('where telling them apart %s, nobody knows of either', async (_, tellApart) => {
  const { joint, outgoing, answer } = begin(2);
  const ends = [['A'], ['B']].map((members) =>
    joint.participant().send(outgoing(members, { batch: { members, tellApart } })),
  );
  answer(ok({}));
  const shares = (await Promise.all(ends)).map(({ share }) => share);
  const lost = { isTold: false, isOutcomeUnknown: true };
  expect(await Promise.all(shares)).toEqual([lost, lost]);
});

it('who is cancelled on the way hears so at once, and the request goes on for the others', async () => {
  const { joint, outgoing, signals, answer } = begin(2);
  const [stop, other] = [new AbortController(), new AbortController()];
  const one = joint.participant().send(outgoing(['A'], { cancelSignal: stop.signal }));
  const two = joint.participant().send(outgoing(['B'], { cancelSignal: other.signal }));
  await settled();
  stop.abort();
  const { result, share } = await one;
  expect(result).toMatchObject({ kind: 'noResponse', reason: 'cancelled', sent: true });
  expect(await share).toEqual(whole(result));
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  answer(ok({}));
  expect((await two).result).toMatchObject({ kind: 'response', status: 200 });
  other.abort();
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
});

it('it is broken off where all are cancelled, whoever was so before it left', async () => {
  const { joint, outgoing, signals } = begin(2);
  const stop = new AbortController();
  const one = joint.participant().send(outgoing(['A'], { cancelSignal: AbortSignal.abort() }));
  const two = joint.participant().send(outgoing(['B'], { cancelSignal: stop.signal }));
  await settled();
  stop.abort();
  const results = (await Promise.all([one, two])).map(({ result }) => result);
  expect(results).toEqual([
    expect.objectContaining({ reason: 'cancelled' }),
    expect.objectContaining({ reason: 'cancelled' }),
  ]);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

function withBody(body: IDataObject) {
  return { method: 'POST' as const, path: '/batch', timeoutMs: 1_000, body };
}
