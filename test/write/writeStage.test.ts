import { writeStage } from '../../nodes/HubspotBatchUpsert/write/writeStage';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { failureSignature } from '../../nodes/HubspotBatchUpsert/response/failureSignature';
import { delivering, endsOf, failureOf, lineItems, writesOf } from '../support/delivering';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

function staged(ids: string[], script = {}) {
  const target = lineItems();
  const all = delivering(script, { items: ids.length });
  return { ...all, target, members: writesOf(target, ...ids), stage: writeStage(all.context) };
}

it('records are sent as one batch, and their outcomes stand in the ledger', async () => {
  const { stage, target, members, run, hubspot } = staged(['A', 'B']);
  expect(await inVirtualTime(stage.send({ target, members }))).toMatchObject({ isTaken: true });
  expect(hubspot.upserts).toEqual([['A', 'B']]);
  expect(endsOf(run)).toEqual(['created', 'created']);
});

it('records that may not be sent are settled, the others returned', async () => {
  const { stage, target, members, run } = staged(['A', 'B']);
  const [, b] = members;
  b!.sequence = { isUnconfirmed: true };
  expect(await stage.settleUnsendable(members, target)).toEqual([members[0]]);
  expect(failureOf(run, 1).category).toBe('NOT_ATTEMPTED');
  expect(run.ledger.unsettled()).toEqual([0]);
});

it('a record has failed where it was sent and HubSpot does not hold it', () => {
  const { stage, members, run } = staged(['A', 'B', 'C', 'D']);
  const refused = ownFailure('INVALID_VALUE', 'no');
  const failing = (failure: typeof refused) => () => ({ traceId: null, failure });
  run.ledger.settle([0], failing(refused));
  run.ledger.settle([1], failing(ownFailure('NOT_ATTEMPTED', 'not sent')));
  run.ledger.settle([2], () => ({ hubspot: { outcome: 'created' } }));
  expect(members.map((member) => stage.failureOf(member))).toEqual([
    refused,
    undefined,
    undefined,
    undefined,
  ]);
  expect(stage.signatureOf(refused, members[0]!)).toEqual(failureSignature(refused, members[0]!));
});

it('after a fault of the node the records without an outcome leave as unconfirmed', () => {
  const { stage, members, run } = staged(['A', 'B', 'C']);
  run.ledger.settle([0], () => ({ hubspot: { outcome: 'created' } }));
  members[1]!.indexes = [1, 0];
  stage.abandon(members);
  expect(run.ledger.unsettled()).toEqual([1]);
  expect(run.ledger.holdsUnconfirmed).toBe(true);
  expect(failureOf(run, 2)).toMatchObject({
    category: 'NO_OUTCOME',
    retryable: true,
    attempted: true,
    stage: 'upsert',
  });
});
