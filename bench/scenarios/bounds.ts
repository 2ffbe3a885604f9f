import { fixed } from '../results/numbers';
import type { Bound } from './section';

/** Written as a bound, with the number that was measured. */
export function atLeast(what: string, measured: number, bound: number, digits = 3): Bound {
  return {
    statement: `${what}: at least ${fixed(bound, digits)}`,
    measured: fixed(measured, digits),
    holds: measured >= bound,
  };
}

export function atMost(what: string, measured: number, bound: number, digits = 2): Bound {
  return {
    statement: `${what}: at most ${fixed(bound, digits)}`,
    measured: fixed(measured, digits),
    holds: measured <= bound,
  };
}

export function below(what: string, measured: number, bound: number, digits = 2): Bound {
  return {
    statement: `${what}: under ${fixed(bound, digits)}`,
    measured: fixed(measured, digits),
    holds: measured < bound,
  };
}

export function none(what: string, measured: number): Bound {
  return { statement: `${what}: none`, measured: String(measured), holds: measured === 0 };
}
