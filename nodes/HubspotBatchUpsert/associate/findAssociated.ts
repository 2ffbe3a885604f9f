import type { PropertyDefinitions } from '../hubspot/propertyDefinitions';
import { isSameAssociation, type Association } from '../model/association';
import type { Fault } from '../model/fault';
import { isFailure, type Failure } from '../model/outcome';
import type { RecordInput } from '../model/record';
import type { ValueRules } from '../model/settings';
import { Targets } from '../model/target';
import { NOT_CHECKED, readPropertyDefinitions } from '../delivery/readPropertyDefinitions';
import type { Run } from '../delivery/run';
import type { LookUpContext } from '../existing/lookUpContext';
import { foundByProperty, type ItemWishes } from '../prepare/associationWishes';
import { Search } from './search';

/**
 * Begins to look for the records that items want theirs associated with, so that HubSpot answers while
 * the items are understood.
 *
 * @param definitions By object type: of all whose records are found by a property.
 */
export function beginSearch(
  wishes: readonly ItemWishes[],
  definitions: ReadonlyMap<string, PropertyDefinitions>,
  rules: ValueRules,
  context: LookUpContext,
): Search {
  const search = new Search(new Targets(definitions), rules);
  for (const ofItem of wishes) {
    if (!isFailure(ofItem)) search.want(ofItem);
  }
  search.begin(context);
  return search;
}

/**
 * Finds the records that items want theirs associated with, before anything is written: an item that
 * names one that HubSpot does not have goes into the ledger unsent, so that it is not left half done.
 *
 * @param begun What was begun for these items, and maybe for others.
 * @returns The inputs whose records may be written, each with its associations. None where the run has
 *   come to its end meanwhile.
 */
export async function findAssociated(
  inputs: readonly RecordInput[],
  begun: Search,
  rules: ValueRules,
  context: LookUpContext,
): Promise<readonly RecordInput[]> {
  const { run, client } = context;
  let search = begun;
  if (search.hasUnusable && client.lists.isByMemory) {
    client.lists.readAnew();
    search = await searchAnew(inputs, rules, context);
  }
  await Promise.all([search.end(), search.readLabels(inputs, context)]);
  if (!inputs.some(({ wishes }) => wishes !== undefined)) return inputs;
  return run.stopped ? [] : takeFound(inputs, search, run);
}

async function searchAnew(
  inputs: readonly RecordInput[],
  rules: ValueRules,
  context: LookUpContext,
): Promise<Search> {
  const wishes = inputs.map((input) => input.wishes ?? []);
  const types = foundByProperty(wishes);
  const definitions = await readPropertyDefinitions(types, [], NOT_CHECKED, context);
  return beginSearch(wishes, definitions, rules, context);
}

function takeFound(inputs: readonly RecordInput[], search: Search, run: Run): RecordInput[] {
  const found: RecordInput[] = [];
  const fault = faultOfAll(inputs, search);
  for (const input of inputs) {
    const { index, target, id, wishes } = input;
    const associations = (wishes ?? []).map((wish) => search.found(target.objectType, wish));
    const failure = allInOne(associations.filter(isFailure));
    if (failure) run.ledger.settle([index], () => ({ target, id, traceId: null, failure }));
    else {
      if (wishes) input.associations = distinct(associations as Association[]);
      input.wishes = undefined;
      found.push(input);
    }
  }
  if (fault) run.stop({ ...fault, scope: 'run' });
  return found;
}

/** What keeps every item's records from being found; undefined where some can be. */
function faultOfAll(inputs: readonly RecordInput[], search: Search): Fault | undefined {
  let fault: Fault | undefined;
  for (const input of inputs) {
    const met = search.faultFor(input);
    if (met === undefined) return undefined;
    fault ??= met;
  }
  return fault;
}

/** All that is wrong at once, with the facts of the first. */
function allInOne([first, ...others]: readonly Failure[]): Failure | undefined {
  if (first === undefined) return undefined;
  const messages = new Set([first, ...others].map(({ message }) => message));
  const retryable = [first, ...others].every((failure) => failure.retryable);
  return { ...first, message: [...messages].join('. '), retryable };
}

/** Two values may lead to one record. */
function distinct(associations: readonly Association[]): readonly Association[] {
  if (associations.length < 2) return associations;
  return associations.filter(
    (one, place) => associations.findIndex((other) => isSameAssociation(one, other)) === place,
  );
}
