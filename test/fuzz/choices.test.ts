import { virtualTime } from '../support/enginesVirtualTime';
import { calmChoices } from './choices/case';
import { objectionsToCalm } from './choices/exact';
import { runChoices } from './choices/run';
import { soak, SOAK_MS } from './soak';

virtualTime();

it(
  'exactly what the choices ask for is written, and each item tells it',
  () => soak(0.4, calmChoices, async (given) => objectionsToCalm(given, await runChoices(given))),
  SOAK_MS,
);
