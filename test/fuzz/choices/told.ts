import { leavingOf, writtenAs, type Leaving } from '../oracle/leaving';
import type { HubspotFields } from '../../support/accounted';
import type { ChoicesCase } from './case';
import type { Values } from './history';
import type { Expectation } from './model';
import type { ChoicesEvidence } from './run';

/** How each item left, by its index. */
export function leavingByIndex(
  { options }: ChoicesCase,
  { outcome }: ChoicesEvidence,
): Map<number, Leaving> {
  const left = outcome ? leavingOf(outcome, options.output) : [];
  return new Map(left.map((leaving) => [leaving.index, leaving]));
}

/** What the item tells of its record; undefined where that has failed. */
export function toldBy(leaving: Leaving | undefined): HubspotFields | undefined {
  return leaving && writtenAs(leaving);
}

/** In one word what became of the item's record, whether it could be associated or not. */
export function endOf(leaving: Leaving | undefined): string {
  if (leaving === undefined) return 'nothing';
  const told = toldBy(leaving);
  if (told === undefined) return 'failure' in leaving ? leaving.failure.category : 'nothing';
  const { outcome, reason } = told;
  return reason === undefined ? outcome : `${outcome}, ${reason}`;
}

/** What speaks against the `changes` that an item tells. */
export function wrongChanges(
  told: HubspotFields,
  { changes: expected, becomes }: Expectation,
  of: ChoicesCase,
): string[] {
  const changes = told.changes ?? {};
  // The key of a new record may be told, too.
  const optional =
    'outcome' in becomes && becomes.outcome === 'created' ? of.target.idProperty : '';
  const names = new Set([...Object.keys(changes), ...expected.keys()]);
  return [...names].flatMap((property) => {
    const given = changes[property];
    const right = expected.get(property);
    if (given === undefined)
      return property === optional ? [] : [`${property} is not among the changes`];
    if (right === undefined) return [`${property} is among the changes: ${JSON.stringify(given)}`];
    const isRight =
      isAlike(property, given.from ?? '', right.from, of) &&
      (given.from === null) === (right.from === '') &&
      isAlike(property, given.to, right.text, of);
    return isRight
      ? []
      : [`${property} changes ${JSON.stringify(given)}, not from ${right.from} to ${right.text}`];
  });
}

/** Do two texts stand for the same value of a property? */
export function isAlike(property: string, some: string, other: string, { target }: ChoicesCase) {
  if (some === other) return true;
  if (some === '' || other === '') return false;
  const kind = target.properties[property];
  if (kind === 'number') return Number(some) === Number(other);
  if (kind === 'options') return sorted(some) === sorted(other);
  return property === target.idProperty && target.comparedAs(some) === target.comparedAs(other);
}

function sorted(list: string): string {
  return list.split(';').sort().join(';');
}

/** Properties in which two states of a record differ. */
export function differing(some: Values, other: Values, given: ChoicesCase): string[] {
  const names = new Set([...Object.keys(some), ...Object.keys(other)]);
  return [...names].filter((name) => !isAlike(name, some[name] ?? '', other[name] ?? '', given));
}

export function jsonOf(value: unknown): string {
  return JSON.stringify(value);
}
