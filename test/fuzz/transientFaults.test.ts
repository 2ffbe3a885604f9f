import { transientCase } from './cases/fuzzCase';
import { unwritten } from './oracle/complete';
import { objectionsTo, trialOf } from './oracle/objections';
import { virtualTime } from '../support/enginesVirtualTime';
import { runCase } from './runCase';
import { soak, SOAK_MS } from './soak';

virtualTime();

it(
  'transient faults, and responses that leave something out, cost no good item',
  () =>
    soak(0.2, transientCase, async (given) => {
      const evidence = await runCase(given);
      return [...objectionsTo(given, evidence), ...unwritten(trialOf(given, evidence))];
    }),
  SOAK_MS,
);
