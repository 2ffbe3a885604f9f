import { RECORD_ID, type PropertyDefinitions } from '../hubspot/propertyDefinitions';
import type { Association, AssociationWish } from '../model/association';
import type { Fault } from '../model/fault';
import { isFailure, ownFailure, type Failure } from '../model/outcome';
import type { RecordInput } from '../model/record';
import type { ValueRules } from '../model/settings';
import { Targets, type Target } from '../model/target';
import { notSent } from '../response/faults';
import { Invalid } from '../values/conversion';
import { toIdText } from '../values/idValue';
import { quote } from '../values/quote';
import { readPropertyDefinitions } from '../delivery/readPropertyDefinitions';
import type { Run } from '../delivery/run';
import type { RunContext } from '../delivery/sendBatch';
import { AssociationTypes } from './associationTypes';
import { OtherRecords } from './otherRecords';

/**
 * Finds the records that items want theirs associated with, before anything is written: an item that
 * names one that HubSpot does not have goes into the ledger unsent, so that it is not left half done.
 *
 * @param definitions By object type; those of the other types are added as far as keys are looked up.
 * @returns The inputs whose records may be written, each with its associations. None where the run has
 *   come to its end meanwhile.
 */
export async function findAssociated(
  inputs: readonly RecordInput[],
  rules: ValueRules,
  definitions: Map<string, PropertyDefinitions>,
  context: RunContext,
): Promise<readonly RecordInput[]> {
  const wishes = inputs.flatMap(({ wishes = [] }) => wishes);
  if (wishes.length === 0) return inputs;
  const { run } = context;
  await addDefinitions(wishes, definitions, context);
  const search = new Search(new Targets(definitions), rules);
  for (const input of inputs) search.want(input);
  await search.read(context);
  return run.stopped ? [] : takeFound(inputs, search, run);
}

/** The definitions say how HubSpot stores a key; by record ids it needs none. */
async function addDefinitions(
  wishes: readonly AssociationWish[],
  definitions: Map<string, PropertyDefinitions>,
  context: RunContext,
): Promise<void> {
  const unknown = wishes
    .filter((wish) => wish.toIdProperty !== RECORD_ID && !definitions.has(wish.toObjectType))
    .map(({ toObjectType }) => ({ objectType: toObjectType }));
  const read = await readPropertyDefinitions(unknown, [], context);
  read.forEach((known, objectType) => definitions.set(objectType, known));
}

/** What has to be known of other records and of labels, for all items together. */
class Search {
  private readonly records = new OtherRecords();
  private readonly types = new AssociationTypes();

  constructor(
    private readonly targets: Targets,
    private readonly rules: ValueRules,
  ) {}

  want({ target, wishes = [] }: RecordInput): void {
    for (const wish of wishes) {
      const { toObjectType, label } = wish;
      const key = this.keyOf(wish);
      if (!isFailure(key)) this.records.want(key.target, key.text);
      if (label !== '') this.types.want({ fromObjectType: target.objectType, toObjectType });
    }
  }

  async read(context: RunContext): Promise<void> {
    if (context.run.stopped) return;
    await Promise.all([this.records.read(context), this.types.read(context)]);
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
    const targets = wishes.map(({ toObjectType: objectType, toIdProperty: idProperty }) =>
      this.targets.of({ objectType, idProperty }),
    );
    return targets.find(({ fault }) => fault)?.fault;
  }

  private keyOf(wish: AssociationWish): { target: Target; text: string } | Failure {
    const { toObjectType: objectType, toIdProperty: idProperty, toId } = wish;
    const target = this.targets.of({ objectType, idProperty });
    const text = toIdText(toId, target, target.definitions?.get(idProperty), this.rules);
    if (text instanceof Invalid) return unusable(wish, text.reason);
    if (typeof text !== 'string')
      return unusable(wish, 'it is no value that HubSpot finds records by');
    return idProperty === RECORD_ID && !/^\d+$/.test(text)
      ? unusable(wish, 'a record ID consists of digits')
      : { target, text };
  }
}

function takeFound(inputs: readonly RecordInput[], search: Search, run: Run): RecordInput[] {
  const found: RecordInput[] = [];
  const faults = new Set(inputs.map((input) => search.faultFor(input)));
  for (const input of inputs) {
    const { wishes, ...rest } = input;
    const { index, target, id } = rest;
    const associations = (wishes ?? []).map((wish) => search.found(target.objectType, wish));
    const failure = associations.find(isFailure);
    if (failure) run.ledger.settle([index], () => ({ target, id, traceId: null, failure }));
    else if (wishes === undefined) found.push(input);
    else found.push({ ...rest, associations: distinct(associations as Association[]) });
  }
  const [fault] = faults;
  if (fault && !faults.has(undefined)) run.stop({ ...fault, scope: 'run' });
  return found;
}

/** Two values may lead to one record. */
function distinct(associations: readonly Association[]): Association[] {
  return associations.filter(
    (one, place) =>
      associations.findIndex(
        (other) =>
          other.toObjectType === one.toObjectType &&
          other.toId === one.toId &&
          other.label === one.label,
      ) === place,
  );
}

function notFound({ toObjectType, toIdProperty, toId }: AssociationWish): Failure {
  const message = `HubSpot has no record of ${toObjectType} with ${toIdProperty} ${quote(toId)}, with which this one is to be associated: create it first, or correct the value. Nothing was written for this item`;
  return ownFailure('RECORD_NOT_FOUND', message, {
    property: toIdProperty,
    value: toId,
    stage: 'associate',
  });
}

function unusable({ toObjectType, toIdProperty, toId }: AssociationWish, reason: string): Failure {
  const message = `${quote(toId)} cannot be the ${toIdProperty} of the ${toObjectType} with which the record is to be associated: ${reason}`;
  return ownFailure('INVALID_VALUE', message, {
    property: toIdProperty,
    value: toId,
    stage: 'associate',
  });
}
