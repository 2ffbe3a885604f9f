import { pairStage } from '../../nodes/HubspotBatchUpsert/associate/pairStage';
import { CANCELLED } from '../../nodes/HubspotBatchUpsert/model/fault';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { endPair } from '../../nodes/HubspotBatchUpsert/model/pair';
import { pairSignature } from '../../nodes/HubspotBatchUpsert/response/failureSignature';
import { delivering } from '../support/delivering';
import { lineItemsToDeals, pairEndsOf, pairFailureOf, pairsOf } from '../support/pairs';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

function staged(...names: string[]) {
  const all = delivering();
  return {
    ...all,
    stage: pairStage(all.context),
    target: lineItemsToDeals(),
    members: pairsOf(...names),
  };
}

it('pairs are sent as one request', async () => {
  const { stage, target, members, hubspot } = staged('1>7', '2>8');
  expect(await inVirtualTime(stage.send({ target, members }))).toMatchObject({ isTaken: true });
  expect(hubspot.associates).toEqual([['1>7', '2>8']]);
  expect(pairEndsOf(members)).toEqual(['associated', 'associated']);
});

it('pairs that may not be sent end, and those that may are returned', async () => {
  const { stage, target, members, run } = staged('1>7');
  expect(await stage.settleUnsendable(members, target)).toEqual(members);
  run.stop(CANCELLED);
  expect(await stage.settleUnsendable(members, target)).toEqual([]);
  expect(pairEndsOf(members)).toEqual(['NOT_ATTEMPTED']);
});

it('a pair has failed where it was sent and is not there', () => {
  const { stage, members } = staged('1>7', '2>7', '3>7', '4>7');
  const refused = ownFailure('INVALID_VALUE', 'no to 1');
  endPair(members[0]!, refused);
  endPair(members[1]!, ownFailure('NOT_ATTEMPTED', 'not sent'));
  endPair(members[2]!, 'associated');
  expect(members.map((member) => stage.failureOf(member))).toEqual([
    refused,
    undefined,
    undefined,
    undefined,
  ]);
  expect(stage.signatureOf(refused, members[0]!)).toEqual(pairSignature(refused, members[0]!));
});

it('after a fault of the node the pairs without an end have one', () => {
  const { stage, members } = staged('1>7', '2>7');
  endPair(members[0]!, 'associated');
  stage.abandon(members);
  expect(pairEndsOf(members)).toEqual(['associated', 'NO_OUTCOME']);
  expect(pairFailureOf(members[1]!)).toMatchObject({
    message: 'The node failed while the association was on its way. Run the item again',
    retryable: true,
    attempted: true,
    stage: 'associate',
  });
});
