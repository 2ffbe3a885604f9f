import { RECORD_ID } from '../hubspot/propertyDefinitions';
import type { Association, AssociationWish } from '../model/association';
import type { Fault } from '../model/fault';
import { isFailure, ownFailure, type Failure } from '../model/outcome';
import type { RecordInput } from '../model/record';
import type { ValueRules } from '../model/settings';
import type { Target, Targets } from '../model/target';
import { notSent } from '../response/faults';
import { Invalid } from '../values/conversion';
import { toIdText } from '../values/idValue';
import { quote } from '../values/quote';
import type { LookUpContext } from '../existing/lookUpContext';
import { AssociationTypes } from './associationTypes';
import { OtherRecords } from './otherRecords';

/** What has to be known of other records and of labels, found for all items together. */
export class Search {
  /** Is there a value that cannot be one of its property, as far as its definition tells? */
  hasUnusable = false;
  private readonly records = new OtherRecords();
  private readonly types = new AssociationTypes();
  private underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly targets: Targets,
    private readonly rules: ValueRules,
  ) {}

  /** Notes that an item names these records. */
  want(wishes: readonly AssociationWish[]): void {
    for (const wish of wishes) {
      const key = this.keyOf(wish);
      if (isFailure(key)) this.hasUnusable = true;
      else this.records.want(key.target, key.text);
    }
  }

  /** Asks HubSpot for all records that are wanted. */
  begin(context: LookUpContext): void {
    if (context.run.stopped) return;
    this.underWay = this.records.read(context);
    // `end` tells of a failure, and may be called long after it: until then nobody else is to hear of it.
    this.underWay.catch(() => undefined);
  }

  /** Resolves when it is known which of them there are. */
  async end(): Promise<void> {
    await this.underWay;
  }

  /** Reads what labels there are, where items give some by their names. */
  async readLabels(inputs: readonly RecordInput[], context: LookUpContext): Promise<void> {
    for (const { target, wishes = [] } of inputs) {
      for (const { toObjectType, label } of wishes) {
        this.types.want({ fromObjectType: target.objectType, toObjectType }, label);
      }
    }
    if (!context.run.stopped) await this.types.read(context);
  }

  /** The association, or why it cannot be made. */
  found(fromObjectType: string, wish: AssociationWish): Association | Failure {
    const { toObjectType, label } = wish;
    const key = this.keyOf(wish);
    if (isFailure(key)) return key;
    const { fault } = key.target;
    if (fault) return { ...notSent(fault), stage: 'associate' };
    const toId = this.records.idOf(key.target, key.text);
    if (toId === undefined) return notFound(wish);
    const type = this.types.meant({ fromObjectType, toObjectType }, label);
    return isFailure(type) ? type : { toObjectType, toId, ...type };
  }

  /** What keeps one of the item's records from being found, whichever it is. */
  faultFor({ wishes = [] }: RecordInput): Fault | undefined {
    for (const { toObjectType: objectType, toIdProperty: idProperty } of wishes) {
      const { fault } = this.targets.of({ objectType, idProperty });
      if (fault) return fault;
    }
    return undefined;
  }

  private keyOf(wish: AssociationWish): { target: Target; text: string } | Failure {
    const { toObjectType: objectType, toIdProperty: idProperty, toId } = wish;
    const target = this.targets.of({ objectType, idProperty });
    const text = toIdText(toId, target, target.definitions?.get(idProperty), this.rules);
    if (text instanceof Invalid) return unusable(wish, text.reason);
    return typeof text === 'string'
      ? { target, text }
      : unusable(wish, 'it is no value that HubSpot finds records by');
  }
}

function notFound({ toObjectType, toIdProperty, toId }: AssociationWish): Failure {
  const message = `HubSpot has no record of ${toObjectType} with ${called(toIdProperty)} ${quote(toId)} to associate this one with, so nothing was written: create it first, or correct the value`;
  return ownFailure('RECORD_NOT_FOUND', message, {
    property: toIdProperty,
    value: toId,
    stage: 'associate',
  });
}

function unusable({ toObjectType, toIdProperty, toId }: AssociationWish, reason: string): Failure {
  const message = `${quote(toId)} cannot be the ${called(toIdProperty)} of the ${toObjectType} to associate this record with: ${reason}`;
  return ownFailure('INVALID_VALUE', message, {
    property: toIdProperty,
    value: toId,
    stage: 'associate',
  });
}

function called(idProperty: string): string {
  return idProperty === RECORD_ID ? 'record ID' : idProperty;
}
