import { isDeepStrictEqual } from 'node:util';
import { askedBy } from '../oracle/askedPairs';
import {
  askedOfItem,
  falseLinks,
  falseUnfound,
  foreignLinks,
  said,
  tells,
  wronglyUnfound,
  type LinkTrial,
} from '../oracle/links';
import { surelyAssociated } from '../oracle/takeable';
import { askedWrites } from './asked';
import type { ChoicesCase } from './case';
import { foundBy } from './model';
import type { ChoicesEvidence } from './run';
import { endOf, jsonOf, leavingByIndex, toldBy } from './told';

/** Items that name no record to associate with. */
export function heldBack(given: ChoicesCase, evidence: ChoicesEvidence): ReadonlySet<number> {
  return new Set(
    [...given.rows.keys()].filter((index) => askedBy(index, given, evidence) === undefined),
  );
}

/** What speaks against the associations that a dry run told, beside the run that followed. */
export function objectionsToForeseenLinks(
  given: ChoicesCase,
  dry: ChoicesEvidence,
  real: ChoicesEvidence,
): string[] {
  const [foreseen, happened] = [trialOf(given, dry), trialOf(given, real)];
  return [
    ...wronglyTold(foreseen),
    ...[foreseen, happened].flatMap((trial) => [
      ...writtenHeldBack(trial, heldBack(given, dry)),
      ...falseUnfound(trial),
      ...wronglyUnfound(trial),
      ...foreignLinks(trial),
    ]),
    ...(isDeepStrictEqual(dry.linksBefore, dry.links) ? [] : ['the dry run made associations']),
    ...falseLinks(happened),
    ...otherThanTold(foreseen, happened),
  ];
}

function trialOf(given: ChoicesCase, evidence: ChoicesEvidence): LinkTrial {
  const { writes } = askedWrites(given, heldBack(given, evidence));
  const after = writes.flatMap(({ id }) =>
    foundBy(id, given, evidence.after).map((recordId) => [id, { id: recordId }] as const),
  );
  return {
    given,
    evidence: { ...evidence, after: new Map(after) },
    leaving: leavingByIndex(given, evidence),
    writes,
  };
}

/** A dry run tells all that a record would be associated with, each once, and nothing else. */
function wronglyTold(trial: LinkTrial): string[] {
  return [...trial.leaving.values()].flatMap((left) => {
    const told = toldBy(left)?.associations ?? [];
    const write = trial.writes.find(({ indexes }) => indexes.includes(left.index));
    const isWritten = write !== undefined && toldBy(left) !== undefined;
    const asked = isWritten ? askedOfItem(left, write, trial) : [];
    const untold = asked.filter((pair) => !told.some((one) => tells(one, pair)));
    const surplus = told.filter(
      (one, place) =>
        !asked.some((pair) => tells(one, pair)) ||
        told.findIndex((other) => isDeepStrictEqual(one, other)) < place,
    );
    const name = `item ${left.index} (${endOf(left)})`;
    return [
      ...untold.map((pair) => `${name} does not tell of ${said(pair)}`),
      ...surplus.map((one) => `${name} tells of ${jsonOf(one)}`),
    ];
  });
}

function writtenHeldBack({ leaving }: LinkTrial, wrong: ReadonlySet<number>): string[] {
  return [...wrong]
    .filter((index) => toldBy(leaving.get(index)) !== undefined)
    .map((index) => `item ${index} names no record to associate with, and is not held back`);
}

/** What was told is made, but for what HubSpot alone can refuse. */
function otherThanTold(foreseen: LinkTrial, happened: LinkTrial): string[] {
  const sure = surelyAssociated(happened);
  return [...happened.leaving.values()].flatMap((left) => {
    const [told, made] = [toldBy(foreseen.leaving.get(left.index)), toldBy(left)];
    if (told === undefined || made === undefined) return [];
    // Where one of them is skipped and the other is not, the ends speak.
    if ([told, made].some(({ outcome }) => outcome === 'skipped')) return [];
    if ('failure' in left) {
      const isWrong = sure.has(left.index);
      return isWrong ? [`item ${left.index} is not associated: ${left.failure.message}`] : [];
    }
    const [before, after] = [told.associations ?? [], made.associations ?? []];
    return isDeepStrictEqual(before, after)
      ? []
      : [`item ${left.index} was to have ${jsonOf(before)} and has ${jsonOf(after)}`];
  });
}
