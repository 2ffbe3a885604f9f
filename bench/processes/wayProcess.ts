import { lineItem, lineItems } from '../lineItems';
import type { PrepareWay, WayJob, WayName, WayRun } from '../ways/way';
import { answerQuestions } from './conversation';

export type WayQuestion = { do: 'prepare'; job: WayJob } | { do: 'run' };
export type WayReply = { run?: WayRun };

/** Loaded one at a time: each process runs one way. */
const LOAD: Record<WayName, () => Promise<PrepareWay>> = {
  node: async () => (await import('../ways/node.js')).node,
  nodeAssociating: async () => (await import('../ways/node.js')).nodeAssociating,
  apiClient: async () => (await import('../ways/apiClient.js')).apiClient,
  apiClientUnlimited: async () => (await import('../ways/apiClient.js')).apiClientUnlimited,
  oneByOne: async () => (await import('../ways/oneByOne.js')).oneByOne,
  allAtOnce: async () => (await import('../ways/allAtOnce.js')).allAtOnce,
  httpRequestNode: async () => (await import('../ways/httpRequestNode.js')).httpRequestNode,
  httpRequestNodeTuned: async () =>
    (await import('../ways/httpRequestNode.js')).httpRequestNodeTuned,
  positionalNode: async () => (await import('../ways/positionalNode.js')).positionalNode,
  builtInNode: async () => (await import('../ways/builtInNode.js')).builtInNode,
  builtInNodeStopping: async () => (await import('../ways/builtInNode.js')).builtInNodeStopping,
};

let run: (() => Promise<WayRun>) | undefined;

answerQuestions<WayQuestion, WayReply>(async (question) => {
  if (question.do === 'prepare') {
    const { job } = question;
    const prepare = await LOAD[job.way]();
    await warmUp(prepare, job);
    const rows = lineItems(job.total, job.badShare).slice(job.first, job.first + job.count);
    run = await prepare(rows, job);
    return {};
  }
  if (run === undefined) throw new Error('There was nothing prepared');
  return { run: await run() };
});

/** Brings other records than those of the measurement. */
async function warmUp(prepare: PrepareWay, job: WayJob): Promise<void> {
  if (job.warmUp === undefined) return;
  const { records, serviceKey } = job.warmUp;
  const rows = Array.from({ length: records }, (_, index) => lineItem(job.total + index));
  const work = await prepare(rows, { ...job, serviceKey });
  await work();
}
