import { Run } from '../../nodes/HubspotBatchUpsert/delivery/run';
import { CANCELLED, UNACCOUNTED, type Fault } from '../../nodes/HubspotBatchUpsert/model/fault';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { endsOf, failureOf, lineItems } from '../support/delivering';
import { writeOf } from '../support/write';

const NOTHING = { turn: 0, response: 0, retry: 0 };

const fault = (title: string, more: Partial<Fault> = {}): Fault => ({
  scope: 'run',
  title,
  advice: 'Do something.',
  retryable: true,
  throws: true,
  ...more,
});
const written = { hubspot: { outcome: 'created' as const } };

it('every run has an id of its own, of eight digits', () => {
  const ids = [1, 2, 3].map(() => new Run(0, undefined).id);
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}$/);
});

it('a run without items, faults and requests goes on', () => {
  const run = new Run(0, undefined);
  expect(run.stopped).toBeUndefined();
  expect(run.endSignal.aborted).toBe(false);
  expect(run.traffic).toEqual({ requests: 0, retried: 0, waiting: NOTHING });
  expect(run.notes).toEqual([]);
});

describe('a run ends', () => {
  it('with the first fault; what comes later is its echo', () => {
    const run = new Run(0, undefined);
    run.stop(fault('First'));
    run.stop(fault('Second'));
    expect(run.stopped?.title).toBe('First');
    expect(run.endSignal.aborted).toBe(true);
  });

  it('when its user cancels it, whatever else has happened', () => {
    const cancel = new AbortController();
    const run = new Run(0, cancel.signal);
    run.stop(fault('First'));
    expect(run.stopped?.title).toBe('First');
    cancel.abort();
    expect(run.stopped).toBe(CANCELLED);
  });

  it('at once for those who listen, when its user cancels it', () => {
    const cancel = new AbortController();
    const run = new Run(0, cancel.signal);
    expect(run.endSignal.aborted).toBe(false);
    cancel.abort();
    expect(run.endSignal.aborted).toBe(true);
  });

  it('with a fault though it could also be cancelled, and the user has not', () => {
    const cancel = new AbortController();
    const run = new Run(0, cancel.signal);
    run.stop(fault('First'));
    expect(run.endSignal.aborted).toBe(true);
    expect(cancel.signal.aborted).toBe(false);
  });
});

describe('whether a record may still be sent', () => {
  it('hangs on the run first, then on its target', () => {
    const run = new Run(0, undefined);
    const target = lineItems();
    const write = writeOf('A', {}, { target });
    expect(run.isStopped(target)).toBe(false);
    expect(run.faultFor(write)).toBeUndefined();
    target.report(fault('No such type'));
    expect(run.isStopped(target)).toBe(true);
    expect(run.faultFor(write)?.title).toBe('No such type');
    expect(run.isStopped(lineItems())).toBe(false);
    run.stop(fault('The end'));
    expect(run.isStopped(lineItems())).toBe(true);
    expect(run.faultFor(write)?.title).toBe('The end');
  });

  it('hangs on its properties, where HubSpot has not all of them', () => {
    const run = new Run(0, undefined);
    const target = lineItems();
    target.report(fault('No such property', { properties: ['color'] }));
    const withColor = writeOf('A', { color: 'red' }, { target });
    expect(run.isStopped(target)).toBe(false);
    expect(run.faultFor(withColor)?.title).toBe('No such property');
    expect(run.faultFor(writeOf('B', { name: 'x' }, { target }))).toBeUndefined();
  });
});

describe('what the node throws for', () => {
  it('is what ended the run before anything was written', () => {
    const run = new Run(2, undefined);
    expect(run.faultOfAll()).toBeUndefined();
    run.stop(fault('The end'));
    expect(run.faultOfAll()?.title).toBe('The end');
  });

  it('is the fault of its only target', () => {
    const run = new Run(2, undefined);
    run.targets.of({ objectType: 'x', idProperty: 'y' }).report(fault('No such type'));
    expect(run.faultOfAll()?.title).toBe('No such type');
  });

  it('is nothing where one target is without fault', () => {
    const run = new Run(2, undefined);
    run.targets.of({ objectType: 'x', idProperty: 'y' }).report(fault('No such type'));
    run.targets.of({ objectType: 'contacts', idProperty: 'email' });
    expect(run.faultOfAll()).toBeUndefined();
  });

  it('is no limit that ends by itself', () => {
    const run = new Run(2, undefined);
    run.stop(fault('The end', { throws: false }));
    expect(run.faultOfAll()).toBeUndefined();
  });

  it('is nothing once something was written', () => {
    const run = new Run(2, undefined);
    run.ledger.settle([0], () => written);
    run.stop(fault('The end'));
    expect(run.faultOfAll()).toBeUndefined();
  });

  it('is nothing where something may have been written', () => {
    const run = new Run(2, undefined);
    run.ledger.holdsUnconfirmed = true;
    run.stop(fault('The end'));
    expect(run.faultOfAll()).toBeUndefined();
  });
});

describe('items without an outcome', () => {
  it('were not sent because of what ended the run; the others keep theirs', () => {
    const run = new Run(3, undefined);
    run.ledger.settle([1], () => written);
    run.stop(fault('The end', { retryable: false }));
    run.settleRest();
    expect(endsOf(run)).toEqual(['NOT_ATTEMPTED', 'created', 'NOT_ATTEMPTED']);
    expect(failureOf(run, 2)).toEqual(
      ownFailure('NOT_ATTEMPTED', 'Not sent: the end. Do something.', { stage: 'upsert' }),
    );
    expect(run.ledger.entry(0)).toMatchObject({ traceId: null });
  });

  it('are not told that nothing was sent where their record is written and not associated', () => {
    const run = new Run(1, undefined);
    run.ledger.expectAssociations([0]);
    run.ledger.settle([0], () => ({ ...written }));
    run.stop(fault('The end'));
    run.settleRest();
    expect(run.ledger.entry(0)).toMatchObject({
      notAssociated: {
        category: 'NOT_ATTEMPTED',
        message: 'The record is written, but not associated: The end. Do something.',
        ...{ stage: 'associate', attempted: true },
      },
    });
  });

  it('were lost by the node where nothing ended it', () => {
    const run = new Run(1, undefined);
    run.settleRest();
    expect(failureOf(run, 0).message).toContain(UNACCOUNTED.advice);
  });
});

it('records that were written and never associated say why', () => {
  const run = new Run(3, undefined);
  run.ledger.expectAssociations([0, 1]);
  run.ledger.settle([0, 2], () => ({ hubspot: { outcome: 'created' } }));
  run.stop(fault('The end'));
  run.settleRest();
  expect(run.ledger.entry(0)).toMatchObject({
    hubspot: { outcome: 'created' },
    notAssociated: {
      category: 'NOT_ATTEMPTED',
      message: 'The record is written, but not associated: The end. Do something.',
      attempted: true,
      stage: 'associate',
    },
  });
  expect(failureOf(run, 1).attempted).toBe(false);
  expect(run.ledger.entry(2)).not.toHaveProperty('notAssociated');
  expect(run.ledger.unassociated()).toEqual([]);
});

it('records that the node forgot to associate say so', () => {
  const run = new Run(1, undefined);
  run.ledger.expectAssociations([0]);
  run.ledger.settle([0], () => ({ hubspot: { outcome: 'created' } }));
  run.settleRest();
  expect(run.ledger.entry(0)).toMatchObject({
    notAssociated: { message: expect.stringContaining(UNACCOUNTED.advice) as string },
  });
});
