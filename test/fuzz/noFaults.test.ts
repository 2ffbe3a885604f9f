import { calmCase } from './cases/fuzzCase';
import { unwritten } from './oracle/complete';
import { wasteful } from './oracle/exact';
import { objectionsTo, trialOf } from './oracle/objections';
import { virtualTime } from '../support/enginesVirtualTime';
import { runCase } from './runCase';
import { soak, SOAK_MS } from './soak';

virtualTime();

it(
  'without faults exactly the good items are written, with not a request too many',
  () =>
    soak(0.2, calmCase, async (given) => {
      const evidence = await runCase(given);
      const trial = trialOf(given, evidence);
      return [...objectionsTo(given, evidence), ...unwritten(trial), ...wasteful(trial)];
    }),
  SOAK_MS,
);
