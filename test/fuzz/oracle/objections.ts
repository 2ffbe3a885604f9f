import type { FuzzCase } from '../cases/fuzzCase';
import type { Evidence } from '../runCase';
import { unaccounted } from './accounted';
import { falseAttempts, sentAllTheSame } from './attempts';
import { overspent } from './budget';
import { expectedOf } from './expectedWrites';
import { leavingOf } from './leaving';
import { beyondAllBounds } from './mostRequests';
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
    ...overspent(trial),
    ...beyondAllBounds(trial),
    ...searchedTooLong(trial),
    ...surplus(trial),
  ];
  if (outcome.thrown) return always;
  return [
    ...always,
    ...unaccounted(outcome, given),
    ...falseSuccesses(trial),
    ...falseAttempts(trial),
    ...sentAllTheSame(trial),
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
    writes: expectedOf(given).writes,
    sent: sentInputs(log),
    knowsProperties: log.some(
      ({ operation, status, faults }) =>
        operation === 'properties' && status === 200 && faults.length === 0,
    ),
  };
}
