import { virtualTime } from '../support/enginesVirtualTime';
import { anyChoices } from './choices/case';
import { runChoices } from './choices/run';
import { objectionsToAny } from './choices/truth';
import { soak, SOAK_MS } from './soak';

virtualTime();

it(
  'whatever goes wrong and whoever else writes, no item tells what HubSpot contradicts',
  () => soak(0.4, anyChoices, async (given) => objectionsToAny(given, await runChoices(given))),
  SOAK_MS,
);
