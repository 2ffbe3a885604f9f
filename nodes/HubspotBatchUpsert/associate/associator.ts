import type { IDataObject } from 'n8n-workflow';
import { MAX_PAIRS } from '../hubspot/endpoints';
import type { AssociationType } from '../hubspot/types';
import { isSameType, type Association, type ItemAssociations } from '../model/association';
import type { Ledger } from '../model/ledger';
import { PairTarget, type Pair } from '../model/pair';
import type { RecordWrite } from '../model/record';
import type { Target } from '../model/target';
import { deliverBatch } from '../delivery/deliverBatch';
import type { RunContext } from '../delivery/runContext';
import type { Stage } from '../delivery/stage';
import { Turns } from '../delivery/turns';
import { settleOnceKnown, told, withoutRecordId } from './itemAssociations';
import { pairStage } from './pairStage';

/**
 * Associates the records of a run as they are written. Pairs of one target travel together, as many as
 * one request takes, so that the rest leaves when no more are to come.
 */
export class Associator {
  private readonly pairs = new Map<PairTarget, Map<string, Map<string, Pair>>>();
  private readonly filling = new Map<PairTarget, Pair[]>();
  private readonly targets: PairTarget[] = [];
  private readonly underWay = new Set<Promise<void>>();
  /** Resolves when all pairs that were to be sent so far have left. */
  private allLeft: Promise<unknown> = Promise.resolve();
  private readonly groupTestTurns = new Turns();
  private readonly stage: Stage<Pair, PairTarget>;

  /** @param isDryRun Are associations only to be told, and not made? */
  constructor(
    private readonly context: RunContext,
    private readonly isDryRun = false,
  ) {
    this.stage = pairStage(context);
  }

  /** Notes which items are done only when their records are associated. */
  expect(writes: readonly RecordWrite[]): void {
    const { ledger } = this.context.run;
    for (const { associations } of writes) {
      if (associations) ledger.expectAssociations(associations.map(({ index }) => index));
    }
  }

  /**
   * Takes in records whose outcomes are known. What failed is not associated, nor what was skipped, unless
   * it was skipped because the node itself had written it in an earlier run.
   */
  takeIn(writes: readonly RecordWrite[]): void {
    const { ledger, inputNotes } = this.context.run;
    for (const { associations, indexes, target, isWrittenBefore } of writes) {
      const outcome = ledger.outcomeOf(indexes[0]);
      if (associations === undefined || outcome === undefined) continue;
      const recordId = ledger.recordIdOf(indexes[0]);
      const isThere = recordId !== undefined;
      if (outcome === 'skipped' && !(isThere && isWrittenBefore)) {
        settleAll(associations, () => [], ledger);
        if (isThere) inputNotes.unassociatedItems += associations.length;
      } else if (this.isDryRun) settleAll(associations, (asked) => asked.map(told), ledger);
      else this.associate(target, recordId, associations);
    }
  }

  /** Sends what has waited for company. Resolves when the end of every pair is known. */
  async finish(): Promise<void> {
    for (const target of this.filling.keys()) this.send(target);
    await Promise.all(this.underWay);
  }

  private associate(
    { objectType }: Target,
    fromId: string | undefined,
    associations: readonly ItemAssociations[],
  ): void {
    const { ledger } = this.context.run;
    const typesByOther = labelledTypes(associations);
    for (const { index, associations: own } of associations) {
      if (fromId === undefined) ledger.settleAssociations(index, [], withoutRecordId());
      else {
        const asked = own.map((association) => {
          const { toObjectType, toId } = association;
          const types = association.type && typesByOther.get(toObjectType)?.get(toId);
          const target = this.targetOf(objectType, toObjectType, types);
          return { association, pair: this.pairOf(target, fromId, toId) };
        });
        settleOnceKnown(index, asked, ledger);
      }
    }
  }

  private targetOf(
    fromObjectType: string,
    toObjectType: string,
    types: readonly AssociationType[] | undefined,
  ): PairTarget {
    const known = this.targets.find(
      (target) =>
        target.fromObjectType === fromObjectType &&
        target.toObjectType === toObjectType &&
        areSame(target.types, types),
    );
    if (known) return known;
    const target = new PairTarget(fromObjectType, toObjectType, types);
    this.targets.push(target);
    return target;
  }

  private pairOf(target: PairTarget, fromId: string, toId: string): Pair {
    const byFrom = this.pairs.get(target) ?? new Map<string, Map<string, Pair>>();
    this.pairs.set(target, byFrom);
    const byTo = byFrom.get(fromId) ?? new Map<string, Pair>();
    byFrom.set(fromId, byTo);
    const known = byTo.get(toId);
    if (known) return known;
    const pair: Pair = { fromId, toId, onEnd: [] };
    byTo.set(toId, pair);
    const waiting = this.filling.get(target) ?? [];
    this.filling.set(target, waiting);
    if (waiting.push(pair) === MAX_PAIRS) this.send(target);
    return pair;
  }

  /** A request waits for its permit when the one before has left, so that pairs and batches go by turns. */
  private send(target: PairTarget): void {
    const members = this.filling.get(target) ?? [];
    this.filling.delete(target);
    if (members.length === 0) return;
    const { run, client } = this.context;
    const before = this.allLeft;
    const deliver = async () => {
      await before;
      await deliverBatch({ target, members }, this.stage, run, this.groupTestTurns);
    };
    const delivery = deliver().finally(() => this.underWay.delete(delivery));
    this.underWay.add(delivery);
    this.allLeft = before.then(() => Promise.race([client.nextPairsSent(), delivery]));
  }
}

/** Tells the ledger what became of items' associations where none of them is to be made. */
function settleAll(
  associations: readonly ItemAssociations[],
  tell: (asked: readonly Association[]) => IDataObject[],
  ledger: Ledger,
): void {
  for (const { index, associations: asked } of associations) {
    ledger.settleAssociations(index, tell(asked));
  }
}

/**
 * All types that a record is to have with each other one, by object type and record id. HubSpot is to
 * hear of them together, whether it adds types to those of before or puts them in their place.
 */
function labelledTypes(
  associations: readonly ItemAssociations[],
): Map<string, Map<string, AssociationType[]>> {
  const byObjectType = new Map<string, Map<string, AssociationType[]>>();
  for (const { associations: ofItem } of associations) {
    for (const { toObjectType, toId, type } of ofItem) {
      if (type === undefined) continue;
      const byId = byObjectType.get(toObjectType) ?? new Map<string, AssociationType[]>();
      byObjectType.set(toObjectType, byId);
      const types = byId.get(toId) ?? [];
      byId.set(toId, types);
      if (!types.some((known) => isSameType(known, type))) types.push(type);
      types.sort((one, other) => one.associationTypeId - other.associationTypeId);
    }
  }
  return byObjectType;
}

function areSame(
  some: readonly AssociationType[] | undefined,
  others: readonly AssociationType[] | undefined,
): boolean {
  if (some === undefined || others === undefined) return some === others;
  return (
    some.length === others.length && some.every((type, place) => isSameType(type, others[place]))
  );
}
