import { virtualTime } from '../support/enginesVirtualTime';
import { refusedCase } from './cases/fuzzCase';
import { objectionsTo } from './oracle/objections';
import { runCase } from './runCase';
import { soak, SOAK_MS } from './soak';

virtualTime();

it(
  'a refusal that every record meets is searched for in three batches, whatever its wording',
  () => soak(0.1, refusedCase, async (given) => objectionsTo(given, await runCase(given))),
  SOAK_MS,
);
