import { lineItems } from '../lineItems';
import type { PrepareWay, WayJob, WayName, WayRun } from '../ways/way';
import { answerQuestions } from './conversation';

export type WayQuestion = { do: 'prepare'; job: WayJob } | { do: 'run' };
export type WayReply = { run?: WayRun };

/** Loaded one at a time: each process runs one way. */
const LOAD: Record<WayName, () => Promise<PrepareWay>> = {
  node: async () => (await import('../ways/node.js')).node,
  apiClient: async () => (await import('../ways/apiClient.js')).apiClient,
  apiClientUnlimited: async () => (await import('../ways/apiClient.js')).apiClientUnlimited,
  oneByOne: async () => (await import('../ways/oneByOne.js')).oneByOne,
  unpaced: async () => (await import('../ways/unpaced.js')).unpaced,
  httpRequestNode: async () => (await import('../ways/httpRequestNode.js')).httpRequestNode,
  httpRequestNodeTuned: async () =>
    (await import('../ways/httpRequestNode.js')).httpRequestNodeTuned,
};

let run: (() => Promise<WayRun>) | undefined;

answerQuestions<WayQuestion, WayReply>(async (question) => {
  if (question.do === 'prepare') {
    const { way, total, badShare, first, count } = question.job;
    const rows = lineItems(total, badShare).slice(first, first + count);
    run = await (await LOAD[way]())(rows, question.job);
    return {};
  }
  if (run === undefined) throw new Error('There was nothing prepared');
  return { run: await run() };
});
