import { virtualTime } from '../support/enginesVirtualTime';
import { anyAssociatingCase } from './cases/fuzzCase';
import { objectionsTo } from './oracle/objections';
import { runCase } from './runCase';
import { soak, SOAK_MS } from './soak';

virtualTime();

it(
  'whatever items are to be associated with and HubSpot does, the outputs tell which associations there are',
  () => soak(0.3, anyAssociatingCase, async (given) => objectionsTo(given, await runCase(given))),
  SOAK_MS,
);
