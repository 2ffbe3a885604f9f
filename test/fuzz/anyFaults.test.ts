import { anyCase } from './cases/fuzzCase';
import { objectionsTo } from './oracle/objections';
import { virtualTime } from '../support/enginesVirtualTime';
import { runCase } from './runCase';
import { soak, SOAK_MS } from './soak';

virtualTime();

it(
  'whatever the items, the options and HubSpot are, the outputs tell the truth',
  () => soak(0.5, anyCase, async (given) => objectionsTo(given, await runCase(given))),
  SOAK_MS,
);
