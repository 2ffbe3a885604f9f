import { sendPairs, settleUnsendable } from '../../nodes/HubspotBatchUpsert/associate/sendPairs';
import { NO_REMAINDER } from '../../nodes/HubspotBatchUpsert/delivery/stage';
import { CANCELLED } from '../../nodes/HubspotBatchUpsert/model/fault';
import { delivering } from '../support/delivering';
import { lineItemsToDeals, nameOf, pairEndsOf, pairFailureOf, pairsOf } from '../support/pairs';
import { associatedWith, complete, type Reply, type SentPair } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { networkError } from '../support/n8n';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const refusal = (status: number, body: object = { message: 'no' }): Reply => ({ status, body });
const STOPPED = { ...CANCELLED, title: 'It is enough' };

function ready(script: Script, names = ['1>7', '2>7'], maxRetries = 0) {
  const target = lineItemsToDeals();
  const members = pairsOf(...names);
  const all = delivering(script, { settings: { maxRetries } });
  return { ...all, target, members };
}

async function sent(...given: Parameters<typeof ready>) {
  const all = ready(...given);
  const { target, members, context } = all;
  const remainder = await inVirtualTime(sendPairs({ target, members }, context));
  return { ...all, remainder, ends: pairEndsOf(members) };
}

it('pairs travel in one request, and each ends as the answer says', async () => {
  const { hubspot, ends, remainder } = await sent({
    associate: [(pairs) => complete(allResults(pairs).slice(0, 1), { errors: [NAMED] })],
  });
  expect(hubspot.associates).toEqual([['1>7', '2>7']]);
  expect(ends).toEqual(['associated', 'BAD']);
  expect(remainder).toMatchObject({ ...NO_REMAINDER, isTaken: true });
  expect(hubspot.associationReads).toEqual([]);
});

const NAMED = { category: 'BAD', message: 'no', context: { ids: ['2'] } };
const allResults = (pairs: SentPair[]) => pairs.map(({ from, to }) => ({ from, to }));

it('labelled pairs name their types', async () => {
  const { members, context, hubspot } = ready({});
  const target = lineItemsToDeals(37);
  await inVirtualTime(sendPairs({ target, members }, context));
  const { types } = target;
  expect(hubspot.requests).toMatchObject([{ body: { inputs: [{ types }, { types }] } }]);
});

describe('what a request leaves open is looked up', () => {
  const stored = [associatedWith({ 1: { 7: [20] } })];

  it('where the answer says nothing of it', async () => {
    const { ends, hubspot, remainder } = await sent({
      associate: [complete([])],
      readAssociations: stored,
    });
    expect(ends).toEqual(['associated', 'NO_OUTCOME']);
    expect(hubspot.associationReads).toHaveLength(1);
    expect(remainder.isTaken).toBe(true);
  });

  it('where no answer came', async () => {
    const { ends, remainder, members } = await sent({
      associate: [networkError('ECONNRESET')],
      readAssociations: stored,
    });
    expect(ends).toEqual(['associated', 'NETWORK']);
    expect(remainder.isTaken).toBe(true);
    expect(members.map(({ mayBeAssociated }) => mayBeAssociated)).toEqual([true, true]);
    expect(pairFailureOf(members[1]!).message).not.toContain('could not be asked');
  });

  it('where an earlier attempt was lost, also after a fault', async () => {
    const { ends, run, members } = await sent(
      {
        associate: [refusal(504), refusal(429, { policyName: 'DAILY' })],
        readAssociations: stored,
      },
      undefined,
      1,
    );
    expect(run.stopped).toBeDefined();
    expect(ends[0]).toBe('associated');
    expect(pairFailureOf(members[1]!).httpStatus).toBe(429);
  });

  it('and nothing is taken where the store holds none of it', async () => {
    const { remainder, ends } = await sent({ associate: [refusal(504)] });
    expect(ends).toEqual(['TIMEOUT', 'TIMEOUT']);
    expect(remainder.isTaken).toBe(false);
  });

  it('and not known where HubSpot cannot be asked', async () => {
    const { ends, members } = await sent({
      associate: [complete([])],
      readAssociations: [refusal(403)],
    });
    expect(ends).toEqual(['NO_OUTCOME', 'NO_OUTCOME']);
    expect(pairFailureOf(members[0]!)).toMatchObject({
      retryable: true,
      message: expect.stringMatching(
        /^HubSpot returned neither .*\. HubSpot may have made the association all the same, and could not be asked: run the item again$/,
      ) as string,
    });
  });
});

describe('a refusal', () => {
  it('of one pair is believed, and nothing is looked up', async () => {
    const { ends, hubspot, remainder } = await sent({ associate: [refusal(400)] }, ['1>7']);
    expect(ends).toEqual(['INVALID_VALUE']);
    expect(hubspot.associationReads).toEqual([]);
    expect(remainder).toMatchObject({ isRefused: true, isTaken: false });
  });

  it('of several leaves them to be searched, with the refusal until then', async () => {
    const { ends, members, remainder } = await sent({ associate: [refusal(400)] });
    expect(ends).toEqual([undefined, undefined]);
    expect(remainder.toBisect.map(nameOf)).toEqual(['1>7', '2>7']);
    expect(members.map(({ refusal: pending }) => pending?.message)).toEqual(
      Array(2).fill(expect.stringContaining('HubSpot said: no')),
    );
    expect(members.every(({ mayBeAssociated }) => mayBeAssociated === undefined)).toBe(true);
  });

  it('that names some leaves both parts to be sent, with the refusal until then', async () => {
    const { members, remainder } = await sent({ associate: [refusal(400, NAMED)] });
    expect(remainder.resend.map((part) => part.map(nameOf))).toEqual([['2>7'], ['1>7']]);
    expect(members.every(({ refusal: pending }) => pending?.category === 'BAD')).toBe(true);
  });
});

describe('a fault that the answer tells of', () => {
  it('ends the target’s part, and is what each pair met', async () => {
    const { ends, target, run, members, remainder } = await sent({
      associate: [refusal(400, { message: 'No permission', category: 'VALIDATION_ERROR' })],
    });
    expect(ends).toEqual(['VALIDATION_ERROR', 'VALIDATION_ERROR']);
    expect(target.fault?.title).toContain('lacks a permission');
    expect(run.stopped).toBeUndefined();
    expect(pairFailureOf(members[0]!).message).toContain('lacks a permission');
    expect(remainder).toMatchObject({ ...NO_REMAINDER });
  });

  it('ends the run where all of it would meet it', async () => {
    const { run, target } = await sent({ associate: [refusal(401, {})] });
    expect(run.stopped?.title).toContain('does not accept the credential');
    expect(target.fault).toBeUndefined();
  });
});

describe('pairs that may not be sent any more', () => {
  it('end as not sent, and nobody is asked', async () => {
    const { run, target, members, context, hubspot } = ready({});
    run.stop(STOPPED);
    expect(await sendPairs({ target, members }, context)).toEqual(NO_REMAINDER);
    expect(pairEndsOf(members)).toEqual(['NOT_ATTEMPTED', 'NOT_ATTEMPTED']);
    expect(hubspot.requests).toEqual([]);
  });

  it('by their target’s fault, or by the run’s before it', async () => {
    const { run, target, members, context } = ready({});
    target.report({ ...STOPPED, title: 'The target is closed' });
    await settleUnsendable(members.slice(0, 1), target, context);
    run.stop(STOPPED);
    await settleUnsendable(members.slice(1), target, context);
    expect(members.map((pair) => pairFailureOf(pair).message)).toEqual([
      expect.stringContaining('The target is closed'),
      expect.stringContaining('It is enough'),
    ]);
  });

  it('are none where there is no fault', async () => {
    const { target, members, context } = ready({});
    expect(await settleUnsendable(members, target, context)).toEqual(members);
    expect(pairEndsOf(members)).toEqual([undefined, undefined]);
  });

  it('are looked up where a request with them was lost', async () => {
    const { run, target, members, context, hubspot } = ready({
      readAssociations: [associatedWith({ 1: { 7: [] } })],
    });
    members[0]!.mayBeAssociated = true;
    run.stop(STOPPED);
    expect(await inVirtualTime(settleUnsendable(members, target, context))).toEqual([]);
    expect(pairEndsOf(members)).toEqual(['associated', 'NOT_ATTEMPTED']);
    expect(hubspot.associationReads).toEqual([[{ id: '1' }]]);
  });

  it('where the run ends before their request has its turn', async () => {
    const { run, target, members, context, hubspot, rateLimiter } = ready({});
    const held = await rateLimiter.acquire(1, undefined, 1_000);
    const sending = sendPairs({ target, members }, context);
    run.stop(STOPPED);
    rateLimiter.release(held);
    expect(await inVirtualTime(sending)).toEqual(NO_REMAINDER);
    expect(pairEndsOf(members)).toEqual(['NOT_ATTEMPTED', 'NOT_ATTEMPTED']);
    expect(hubspot.associates).toEqual([]);
  });
});
