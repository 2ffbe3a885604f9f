import { growthExponent } from '../measure/growth';
import type { Mapping } from '../measure/runWithoutNetwork';
import { measureCost, type Cost } from '../processes/cost';
import { fixed, megabytes, whole } from '../results/numbers';
import type { Bounds } from '../scale';
import { below } from './bounds';
import type { Bound, Scenario } from './section';

const MAPPINGS: Mapping[] = ['automatic', 'local', 'expressions', 'computed'];
const LABELS: Record<Mapping, string> = {
  automatic: 'automatic',
  local: 'automatic, by labels, with local numbers and dates',
  expressions: '10 fields and the id by expression',
  computed: '10 fields and the id by expressions for n8n',
};

/** Where n8n evaluates nothing, so that the time is the node's own, and bounded. */
const NODES_OWN: Mapping[] = ['automatic', 'expressions'];

/** Below, what is the same for any number of items would hide what grows with it. */
const GROWTH_FROM = 10_000;

interface Measured extends Cost {
  mapping: Mapping;
}

/** What the node costs by itself: evaluating, checking, batching, settling, laying out. */
export const cost: Scenario = async ({ scale, builtPackage, say }) => {
  const rows: Measured[] = [];
  for (const mapping of MAPPINGS) {
    for (const items of scale.items[mapping]) {
      say(`${whole(items)} items without network, mapping ${mapping}`);
      rows.push({ mapping, ...(await measureCost(items, mapping, builtPackage)) });
    }
  }
  return {
    title: 'The node itself, without network',
    explanation:
      "The compiled node in n8n's engine with its real execute context; only the function that " +
      'would send a request is replaced, by one that responds at once. The time of making the ' +
      'responses is taken off, parsing them is not. How many microseconds an item takes is as much the ' +
      "machine's doing as the node's: what is bounded is by how much it exceeds parsing the responses " +
      'alone, measured in the same process. Each number is from a process of its own, ' +
      "warmed up. The collector's part is that in which V8 stops everything to collect garbage: at " +
      'each collection of the young it looks at every page of the heap, so that it takes longer the ' +
      'more is held. So from 10,000 items on each measurement writes a million items, in runs of ' +
      'that size, and holds what they put out: what the heap and its memory cost is the same at ' +
      'every size, and what grows is the node. In every row of the local mapping 12 fields are named by ' +
      'labels, with prices as `1.234,50 €`, days as `28.08.2025`, times in another zone and options by ' +
      'their labels. By expression, each field is named ' +
      '(`{{ $json.name }}`), which the node reads by itself, or computed ' +
      '(`{{ $json.name.trim() }}`), which n8n evaluates: nearly ' +
      "all of that time, and of the garbage, is n8n's, so no bound of time is set for it, and 10,000 items do. Memory " +
      'is what is held after forced garbage collections during the run, beyond what was held before ' +
      'it. The items are those that n8n leaves of a CSV file. The outputs, of which n8n is the next ' +
      "owner, carry each item's own fields and all that HubSpot returned. " +
      `Growth exponents from ${whole(GROWTH_FROM)} items on: ` +
      MAPPINGS.flatMap((mapping) => growths(rows, mapping))
        .map(({ of, exponent }) => `${of} **${fixed(exponent, 3)}**`)
        .join(', ') +
      '.',
    table: {
      head: [
        'Mapping',
        'Items',
        'µs per item',
        'By parsing alone',
        "Of it collector's",
        'CPU µs per item',
        "Input's own MB",
        'Peak above it MB',
        'Peak / input',
        'Of it outputs MB',
      ],
      rows: rows.map((row) => [
        LABELS[row.mapping],
        whole(row.items),
        fixed(row.microsecondsPerItem, 1),
        `${fixed(row.timesParsing, 1)} ×`,
        fixed(row.collectorMicrosecondsPerItem, 1),
        fixed(row.cpuMicrosecondsPerItem, 1),
        megabytes(row.inputBytes),
        megabytes(row.peakBytes),
        fixed(row.peakBytes / row.inputBytes, 2),
        megabytes(row.outputBytes),
      ]),
    },
    charts: MAPPINGS.map((mapping) => ({
      name: `cost-${mapping}`,
      title: `Microseconds per item, mapping ${LABELS[mapping]}`,
      bars: of(rows, mapping).map((row) => ({
        label: `${whole(row.items)} items`,
        value: row.microsecondsPerItem,
        text: `${fixed(row.microsecondsPerItem, 1)} µs`,
        isOurs: true,
      })),
    })),
    bounds: boundsOf(rows, scale.bounds),
  };
};

function boundsOf(rows: readonly Measured[], bounds: Bounds): Bound[] {
  return [
    ...MAPPINGS.flatMap((mapping) => {
      const bound = timeBound(mapping, bounds);
      if (bound === undefined) return [];
      const worst = Math.max(...of(rows, mapping).map((row) => row.timesParsing));
      return [below(`Time by parsing alone, ${mapping}, at the worst size`, worst, bound)];
    }),
    ...NODES_OWN.flatMap((mapping) =>
      growths(rows, mapping).map(({ of, exponent }) =>
        below(`Growth exponent, ${of}`, exponent, bounds.growthExponent, 3),
      ),
    ),
    ...MAPPINGS.map((mapping) =>
      below(
        `Peak memory above the input / input, ${mapping}`,
        Math.max(...grown(rows, mapping).map((row) => row.peakBytes / row.inputBytes)),
        bounds.peakMemory,
      ),
    ),
  ];
}

/** Undefined where n8n takes nearly all of the time. */
function timeBound(mapping: Mapping, bounds: Bounds): number | undefined {
  if (mapping === 'local') return bounds.localTimesParsing;
  return NODES_OWN.includes(mapping) ? bounds.timesParsing : undefined;
}

interface Growth {
  of: string;
  exponent: number;
}

/** None where there are too few sizes to tell. */
function growths(rows: readonly Measured[], mapping: Mapping): Growth[] {
  const measured = grown(rows, mapping);
  const both: Growth[] = [
    {
      of: `${mapping}, without the collector`,
      exponent: growthOf(measured, outsideCollector),
    },
    {
      of: `${mapping}, with it`,
      exponent: growthOf(measured, (row) => row.microsecondsPerItem),
    },
  ];
  return both.filter(({ exponent }) => !Number.isNaN(exponent));
}

function outsideCollector(row: Measured): number {
  return row.microsecondsPerItem - row.collectorMicrosecondsPerItem;
}

function growthOf(rows: readonly Measured[], perItem: (row: Measured) => number): number {
  return growthExponent(rows.map((row) => ({ size: row.items, amount: row.items * perItem(row) })));
}

function grown(rows: readonly Measured[], mapping: Mapping): Measured[] {
  return of(rows, mapping).filter(({ items }) => items >= GROWTH_FROM);
}

function of(rows: readonly Measured[], mapping: Mapping): Measured[] {
  return rows.filter((row) => row.mapping === mapping);
}
