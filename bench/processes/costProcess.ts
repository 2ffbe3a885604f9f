import { setFlagsFromString } from 'node:v8';
import type { INodeExecutionData } from 'n8n-workflow';
import { lineItem, extractedItems, localLineItem, type LineItem } from '../lineItems';
import { CollectorWatch } from '../measure/collectorWatch';
import { HeapWatch } from '../measure/heapWatch';
import { instantHubspot } from '../measure/instantHubspot';
import { parseAlone, responsesTo } from '../measure/parsingAlone';
import { runWithoutNetwork, type Mapping } from '../measure/runWithoutNetwork';
import { loadPackage, type BuiltPackage } from './builtNode';
import { answerQuestions } from './conversation';

export interface CostQuestion {
  builtPackage: string;
  mapping: Mapping;
  items: number;
  /** Runs at the beginning, and before each measurement. */
  warmUp: { items: number; runs: number; runsAgain: number };
  /** The median is taken of so many measurements. */
  measurements: number;
  /** Runs that one measurement is the average of; what they put out is held until its end. */
  runsEach: number;
  /** Write down garbage collections, and force some, to show what is really held? */
  watchesMemory: boolean;
}

export interface CostReply {
  microsecondsPerItem: number;
  cpuMicrosecondsPerItem: number;
  /** Of the microseconds, those in which V8 stopped everything to collect garbage. */
  collectorMicrosecondsPerItem: number;
  /** What parsing the responses alone takes, measured in the same way. */
  parsingMicrosecondsPerItem: number;
  /** Held by the input; by everything before the run; by the outputs after it. */
  inputBytes: number;
  baseBytes: number;
  outputBytes: number;
}

/** Time that making answers took, collecting garbage there included, is taken off. */
interface Run {
  milliseconds: number;
  cpuMilliseconds: number;
  collectorMilliseconds: number;
  baseBytes: number;
  outputBytes: number;
}

answerQuestions<CostQuestion, CostReply>(async (question) => {
  const { items, mapping, warmUp, watchesMemory } = question;
  const built = await loadPackage(question.builtPackage);
  const warmingItems = extractedItems(rows(warmUp.items, mapping));
  const warm = async (runs: number): Promise<void> => {
    for (let run = 0; run < runs; run += 1) await measured(built, warmingItems, mapping);
  };
  await warm(warmUp.runs);

  const before = heldBytes();
  const input = extractedItems(rows(items, mapping));
  const inputBytes = heldBytes() - before;
  const responses = responsesTo(items);
  const averages: Run[] = [];
  const parsing: number[] = [];
  for (let count = 0; count < question.measurements; count += 1) {
    // What was left before is not this measurement's to collect; but code is thrown away with it.
    global.gc?.();
    await warm(warmUp.runsAgain);
    const runs: Run[] = [];
    const held: unknown[] = [];
    for (let run = 0; run < question.runsEach; run += 1) {
      runs.push(await measured(built, input, mapping, { watchesMemory, held }));
    }
    averages.push(average(runs));
    held.length = 0;
    global.gc?.();
    parsing.push(await millisecondsOfParsing(responses, items, question.runsEach));
  }
  const medianOf = (part: keyof Run) => median(averages.map((run) => run[part]));
  const perItem = (part: keyof Run) => (medianOf(part) * 1000) / items;
  return {
    microsecondsPerItem: perItem('milliseconds'),
    cpuMicrosecondsPerItem: perItem('cpuMilliseconds'),
    collectorMicrosecondsPerItem: perItem('collectorMilliseconds'),
    parsingMicrosecondsPerItem: (median(parsing) * 1000) / items,
    inputBytes,
    baseBytes: medianOf('baseBytes'),
    outputBytes: medianOf('outputBytes'),
  };
});

async function measured(
  built: BuiltPackage,
  input: INodeExecutionData[],
  mapping: Mapping,
  { watchesMemory = false, held = [] }: { watchesMemory?: boolean; held?: unknown[] } = {},
): Promise<Run> {
  const watch = watchesMemory ? new HeapWatch(input) : undefined;
  const hubspot = instantHubspot(() => watch?.beforeAnswer());
  const items = watch?.watched() ?? input;
  const run: Run = {
    milliseconds: 0,
    cpuMilliseconds: 0,
    collectorMilliseconds: 0,
    baseBytes: 0,
    outputBytes: 0,
  };
  await runWithoutNetwork(built, items, mapping, hubspot, async (execute) => {
    if (watchesMemory) {
      run.baseBytes = heldBytes();
      setFlagsFromString('--trace-gc');
    }
    collectYoung();
    const collector = new CollectorWatch();
    const cpuBefore = process.cpuUsage();
    const from = performance.now();
    const outputs = await execute();
    collectYoung();
    const until = performance.now();
    const { user, system } = process.cpuUsage(cpuBefore);
    run.milliseconds = until - from - hubspot.milliseconds() - (watch?.milliseconds() ?? 0);
    const othersCpu = hubspot.cpuMilliseconds() + (watch?.cpuMilliseconds() ?? 0);
    run.cpuMilliseconds = (user + system) / 1000 - othersCpu;
    run.collectorMilliseconds = await collector.pausedIn({ from, until }, hubspot.spans);
    if (watchesMemory) run.outputBytes = heldBytes() - run.baseBytes;
    setFlagsFromString('--no-trace-gc');
    held.push(outputs);
  });
  return run;
}

/** The average of some runs, which holds what they parsed until the end, as the node's outputs are. */
async function millisecondsOfParsing(
  responses: readonly Buffer[],
  items: number,
  runs: number,
): Promise<number> {
  const held: unknown[] = [];
  let milliseconds = 0;
  for (let run = 0; run < runs; run += 1) {
    collectYoung();
    const from = performance.now();
    held.push(await parseAlone(responses, items));
    collectYoung();
    milliseconds += performance.now() - from;
  }
  return milliseconds / runs;
}

/**
 * Moves all that is held out of V8's young generation, which takes two collections: one run is not to
 * pay for what came before it, nor leave the moving of its own outputs to what comes after. A small
 * run would leave all of it.
 */
function collectYoung(): void {
  global.gc?.({ type: 'minor' });
  global.gc?.({ type: 'minor' });
}

function heldBytes(): number {
  global.gc?.();
  return process.memoryUsage().heapUsed;
}

function* rows(count: number, mapping: Mapping): Iterable<LineItem> {
  const row = mapping === 'local' ? localLineItem : lineItem;
  for (let index = 0; index < count; index += 1) yield row(index);
}

function average(runs: readonly Run[]): Run {
  const of = (part: keyof Run) => runs.reduce((sum, run) => sum + run[part], 0) / runs.length;
  return {
    milliseconds: of('milliseconds'),
    cpuMilliseconds: of('cpuMilliseconds'),
    collectorMilliseconds: of('collectorMilliseconds'),
    baseBytes: of('baseBytes'),
    outputBytes: of('outputBytes'),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
