import { virtualTime } from '../support/enginesVirtualTime';
import { calmAssociatingChoices } from './choices/case';
import { objectionsToDryRun } from './choices/foreseen';
import { arrange } from './choices/run';
import { soak, SOAK_MS } from './soak';

virtualTime();

it(
  'a dry run writes nothing and tells, item by item, what the run that follows does',
  () =>
    soak(0.2, calmAssociatingChoices, async (given) => {
      const { run, stop } = await arrange(given);
      try {
        const dry = await run({ dryRun: true });
        const real = await run({ dryRun: false });
        return objectionsToDryRun(given, dry, real);
      } finally {
        await stop();
      }
    }),
  SOAK_MS,
);
