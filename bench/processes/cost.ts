import { heldAfterForced } from '../measure/gcTrace';
import type { Mapping } from '../measure/runWithoutNetwork';
import { startHelper } from './conversation';
import type { CostQuestion, CostReply } from './costProcess';

/** What the node itself costs for a number of items. */
export interface Cost {
  items: number;
  microsecondsPerItem: number;
  /** Of all threads, the garbage collector's included. */
  cpuMicrosecondsPerItem: number;
  /** Of the microseconds, those in which V8 stopped everything to collect garbage. */
  collectorMicrosecondsPerItem: number;
  /** The microseconds by those that parsing the responses alone takes. */
  timesParsing: number;
  inputBytes: number;
  /** Held at most beyond the input, the outputs included. */
  peakBytes: number;
  /** Held by the outputs alone, when all is done. */
  outputBytes: number;
}

const HEAP = '--max-old-space-size=12288';

/**
 * Measures in new processes, warmed up first; time and memory apart, since watching the memory takes
 * time.
 */
export async function measureCost(
  items: number,
  mapping: Mapping,
  builtPackage: string,
): Promise<Cost> {
  const isSlow = mapping === 'computed';
  const warmUp = isSlow
    ? { items: 1_000, runs: 4, runsAgain: 1 }
    : { items: 5_000, runs: 12, runsAgain: 4 };
  const question = { builtPackage, mapping, items, warmUp };
  const memory = await ask({ ...question, measurements: 1, runsEach: 1, watchesMemory: true });
  const time = await ask({
    ...question,
    measurements: isSlow ? 1 : MEASUREMENTS,
    runsEach: runsEach(items, isSlow),
    watchesMemory: false,
  });
  return {
    items,
    microsecondsPerItem: time.reply.microsecondsPerItem,
    cpuMicrosecondsPerItem: time.reply.cpuMicrosecondsPerItem,
    collectorMicrosecondsPerItem: time.reply.collectorMicrosecondsPerItem,
    timesParsing: time.reply.microsecondsPerItem / time.reply.parsingMicrosecondsPerItem,
    inputBytes: memory.reply.inputBytes,
    peakBytes: memory.peakBytes,
    outputBytes: memory.reply.outputBytes,
  };
}

const MEASUREMENTS = 3;
const MOST_RUNS = 100;

/**
 * From 10,000 items on each measurement writes as many items, in runs of the size in question: the
 * heap grows as much at every size, so that V8's visits to it, and the memory that the kernel has to
 * find, are the same for each item, and what differs is the node's.
 */
function runsEach(items: number, isSlow: boolean): number {
  return Math.min(MOST_RUNS, Math.max(1, Math.round((isSlow ? 10_000 : 1_000_000) / items)));
}

async function ask(question: CostQuestion): Promise<{ reply: CostReply; peakBytes: number }> {
  let trace = '';
  const helper = startHelper<CostQuestion, CostReply>('costProcess', {
    nodeOptions: [HEAP, '--expose-gc'],
    listen: (text) => {
      trace += text;
    },
  });
  try {
    const reply = await helper.ask(question);
    const held = Math.max(reply.baseBytes, ...heldAfterForced(trace));
    return { reply, peakBytes: Math.max(held - reply.baseBytes, reply.outputBytes) };
  } finally {
    await helper.stop();
  }
}
