import { Run } from '../../nodes/HubspotBatchUpsert/delivery/run';
import { leaveUnconfirmed, settle, whyNotSent } from '../../nodes/HubspotBatchUpsert/write/settle';
import { CANCELLED } from '../../nodes/HubspotBatchUpsert/model/fault';
import { Ledger } from '../../nodes/HubspotBatchUpsert/model/ledger';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { lineItems } from '../support/delivering';
import { writeOf } from '../support/write';

const refusal = ownFailure('INVALID_VALUE', 'HubSpot refused the batch');
const FAULT = { ...CANCELLED, title: 'It is enough' };

describe('the outcome of a record', () => {
  it('written is that of all its items, each with fields of its own', () => {
    const ledger = new Ledger(3);
    const write = writeOf('A', {}, { indexes: [0, 2] });
    settle(write, { kind: 'written', outcome: 'created', result: { id: '9' } }, ledger);
    expect(ledger.unsettled()).toEqual([1]);
    const [first, second] = [ledger.entry(0), ledger.entry(2)];
    expect(first).toEqual({
      hubspot: {
        outcome: 'created',
        objectType: 'line_items',
        idProperty: 'sku',
        idValue: 'A',
        id: '9',
        objectWriteTraceId: 'trace-A',
      },
    });
    expect(second).toEqual(first);
    expect(second).not.toBe(first);
  });

  it('failed tells which record it was', () => {
    const ledger = new Ledger(2);
    const write = writeOf('A', {}, { indexes: [1] });
    settle(write, refusal, ledger);
    expect(ledger.unsettled()).toEqual([0]);
    expect(ledger.entry(1)).toEqual({
      target: write.target,
      id: 'A',
      traceId: 'trace-A',
      failure: refusal,
    });
  });
});

describe('a record of which nobody knows whether it was written', () => {
  it('is noted in the ledger', () => {
    const ledger = new Ledger(1);
    leaveUnconfirmed(writeOf('A'), refusal, ledger);
    expect(ledger.holdsUnconfirmed).toBe(true);
    expect(ledger.entry(0)).toMatchObject({ failure: refusal, isOutcomeUnknown: true });
  });

  it('holds back the later writes of its sequence, and no other', () => {
    const run = new Run(2, undefined);
    const sequence = { isUnconfirmed: false };
    const target = lineItems();
    const later = writeOf('A', {}, { sequence, target });
    expect(whyNotSent(later, run)).toBeUndefined();
    leaveUnconfirmed(writeOf('A', {}, { sequence, target }), refusal, run.ledger);
    expect(whyNotSent(later, run)).toEqual(
      ownFailure(
        'NOT_ATTEMPTED',
        'Not sent: a request with an earlier item for the same record got no answer and may still reach HubSpot, so that the older values would win. Run this item again',
        { retryable: true, stage: 'upsert' },
      ),
    );
    const ofItsOwn = { isUnconfirmed: false };
    expect(whyNotSent(writeOf('B', {}, { sequence: ofItsOwn, target }), run)).toBeUndefined();
  });
});

describe('a record that may not be sent any more', () => {
  it('says why', () => {
    const run = new Run(1, undefined);
    run.stop(FAULT);
    expect(whyNotSent(writeOf('A'), run)).toMatchObject({
      category: 'NOT_ATTEMPTED',
      message: 'Not sent: it is enough. Run the item again.',
      attempted: false,
    });
  });

  it('and was refused before together with its batch says what HubSpot said', () => {
    const run = new Run(1, undefined);
    const write = writeOf('A', {}, { refusal });
    expect(whyNotSent(write, run)).toBeUndefined();
    run.stop(FAULT);
    expect(whyNotSent(write, run)).toEqual({ ...refusal, retryable: FAULT.retryable });
  });
});
