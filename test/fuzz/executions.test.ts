import { virtualTime } from '../support/enginesVirtualTime';
import { inCalm, inTrouble } from './executions/case';
import { objectionsTo } from './executions/objections';
import { runExecutions } from './executions/run';
import { soak, SOAK_MS } from './soak';

virtualTime();

it(
  'executions at once tell the truth, with no more requests than one by one',
  () =>
    soak(0.1, inCalm, async (given) => {
      const atOnce = await runExecutions(given);
      const alone = await runExecutions({ ...given, perWindow: 10_000 }, false);
      const isCancelled = given.executions.some(
        ({ cancelledAfterMs }) => cancelledAfterMs !== undefined,
      );
      const isDearer = !isCancelled && atOnce.log.length > alone.log.length;
      return [
        ...objectionsTo(given, atOnce),
        ...(isDearer ? [`${atOnce.log.length} requests, ${alone.log.length} one by one`] : []),
      ];
    }),
  SOAK_MS,
);

it(
  'executions at once tell the truth, whatever goes wrong',
  () => soak(0.2, inTrouble, async (given) => objectionsTo(given, await runExecutions(given))),
  SOAK_MS,
);
