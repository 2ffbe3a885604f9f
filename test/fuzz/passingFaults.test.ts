import { passingCase } from './cases/fuzzCase';
import { unwritten } from './oracle/complete';
import { objectionsTo, trialOf } from './oracle/judge';
import { virtualTime } from '../support/virtualTime';
import { runCase } from './runCase';
import { soak, SOAK_MS } from './soak';

virtualTime();

it(
  'faults that pass, and answers that leave something out, cost no good item',
  () =>
    soak(0.2, passingCase, async (given) => {
      const evidence = await runCase(given);
      return [...objectionsTo(given, evidence), ...unwritten(trialOf(given, evidence))];
    }),
  SOAK_MS,
);
