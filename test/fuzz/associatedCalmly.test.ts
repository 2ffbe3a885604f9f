import { virtualTime } from '../support/enginesVirtualTime';
import { calmAssociatingCase, transientAssociatingCase } from './cases/fuzzCase';
import { unwritten } from './oracle/complete';
import { wasteful } from './oracle/exact';
import { wronglyUnfound } from './oracle/links';
import { objectionsTo, trialOf } from './oracle/objections';
import { pairsSentTwice } from './oracle/pairRequests';
import { runCase } from './runCase';
import { soak, SOAK_MS } from './soak';

virtualTime();

it(
  'without faults every association that HubSpot takes is made, and sent once',
  () =>
    soak(0.2, calmAssociatingCase, async (given) => {
      const evidence = await runCase(given);
      const trial = trialOf(given, evidence);
      return [
        ...objectionsTo(given, evidence),
        ...unwritten(trial),
        ...wronglyUnfound(trial),
        ...wasteful(trial),
        ...pairsSentTwice(trial),
      ];
    }),
  SOAK_MS,
);

it(
  'transient faults cost no association that HubSpot takes',
  () =>
    soak(0.1, transientAssociatingCase, async (given) => {
      const evidence = await runCase(given);
      const trial = trialOf(given, evidence);
      return [...objectionsTo(given, evidence), ...unwritten(trial), ...wronglyUnfound(trial)];
    }),
  SOAK_MS,
);
