import { ASSOCIATIONS } from './associations';
import { BAD_RECORDS } from './badRecords';
import { ECHOES } from './echoes';
import { EMAILS } from './emails';
import type { Fact } from './fact';
import { LIMITS } from './limits';
import { LISTS } from './lists';
import { MERGES } from './merges';
import { SEARCHES } from './searches';
import { VALUES } from './values';

/** Every fact that is tried. Limits are not run into on purpose, and locks (423) are not provoked. */
export const FACTS: readonly Fact[] = [
  ...ECHOES,
  ...BAD_RECORDS,
  ...VALUES,
  ...EMAILS,
  ...MERGES,
  ...LIMITS,
  ...ASSOCIATIONS,
  ...SEARCHES,
  ...LISTS,
];
