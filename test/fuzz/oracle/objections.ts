import type { FuzzCase } from '../cases/fuzzCase';
import type { Evidence } from '../runCase';
import { unaccounted } from './accounted';
import { askedBy } from './askedPairs';
import { falseAttempts, sentAllTheSame } from './attempts';
import { overspent } from './budget';
import { expectedOf } from './expectedWrites';
import { leavingOf, type Leaving } from './leaving';
import { falseLinks, falseUnfound, foreignLinks } from './links';
import { beyondAllBounds } from './mostRequests';
import { overspentOnPairs, wrongPairRequests } from './pairRequests';
import { wrongRequests } from './requests';
import { searchedTooLong } from './searches';
import { leaks } from './secrets';
import { sentInputs } from './sentInputs';
import { wrongThrow } from './throws';
import { falseSuccesses, surplus, type Trial } from './truth';

/** What must hold of every run, whatever HubSpot did; empty where nothing speaks against it. */
export function objectionsTo(given: FuzzCase, evidence: Evidence): string[] {
  const { outcome } = evidence;
  if (outcome === undefined) return ['the run did not end'];
  const trial = trialOf(given, evidence);
  const always = [
    ...wrongThrow(evidence, given),
    ...leaks(outcome, evidence.secrets),
    ...wrongRequests(trial),
    ...wrongPairRequests(trial),
    ...overspent(trial),
    ...overspentOnPairs(trial),
    ...beyondAllBounds(trial),
    ...searchedTooLong(trial),
    ...surplus(trial),
    ...foreignLinks(trial),
  ];
  if (outcome.thrown) return always;
  return [
    ...always,
    ...unaccounted(outcome, given),
    ...falseSuccesses(trial),
    ...falseAttempts(trial),
    ...sentAllTheSame(trial),
    ...falseLinks(trial),
    ...falseUnfound(trial),
  ];
}

/** Brings together what was to be done and what was done. */
export function trialOf(given: FuzzCase, evidence: Evidence): Trial {
  const { outcome, log } = evidence;
  const left = outcome ? leavingOf(outcome, given.options.output) : [];
  return {
    given,
    evidence,
    leaving: new Map(left.map((leaving) => [leaving.index, leaving])),
    writes: expectedOf(given, heldBack(given, evidence, left)).writes,
    sent: sentInputs(log),
    knowsProperties: log.some(
      ({ operation, status, faults }) =>
        operation === 'properties' && status === 200 && faults.length === 0,
    ),
  };
}

/**
 * Items that name no record to associate with, and those that say that they are not written for the
 * sake of one.
 */
function heldBack(
  given: FuzzCase,
  evidence: Evidence,
  left: readonly Leaving[],
): ReadonlySet<number> {
  const wrong = [...given.rows.keys()].filter(
    (index) => askedBy(index, given, evidence) === undefined,
  );
  const saying = left.filter(
    (entry) =>
      'failure' in entry && entry.failure.stage === 'associate' && !entry.failure.attempted,
  );
  return new Set([...wrong, ...saying.map(({ index }) => index)]);
}
