import { measure, type Measured } from '../measure/measureWays';
import { builtInVersion, NOT_INSTALLED } from '../processes/builtInHubspot';
import { limitText, percent, seconds, whole } from '../results/numbers';
import type { Scale } from '../scale';
import type { WayName } from '../ways/way';
import { none } from './bounds';
import type { Bench, Bound, Section } from './section';

interface Peer {
  way: WayName;
  label: string;
  /** So few records for a way that sends one request after the other; the rest is extrapolated. */
  measuredOn?: (scale: Scale) => number;
  /** Part of n8n itself, which may not be installed. */
  isBuiltIn?: boolean;
  /** Left out where nothing is bad, because another row has the same. */
  onlyBad?: boolean;
}

const WAYS: Peer[] = [
  { way: 'node', label: 'This node' },
  { way: 'apiClient', label: '@hubspot/api-client, its limiter on' },
  { way: 'apiClientUnlimited', label: '@hubspot/api-client, as it comes' },
  { way: 'httpRequestNode', label: "HTTP Request node's way, 10 a second" },
  { way: 'httpRequestNodeTuned', label: "HTTP Request node's way, 19 a second" },
  { way: 'allAtOnce', label: 'axios, all at once' },
  { way: 'oneByOne', label: 'axios, one request a record', measuredOn: ({ singles }) => singles },
  {
    way: 'positionalNode',
    label: 'Batch node that pairs by position',
    measuredOn: ({ inSequence }) => inSequence.batched,
  },
  {
    way: 'builtInNode',
    label: 'Built-in HubSpot node, On Error: Continue',
    measuredOn: ({ inSequence }) => inSequence.single,
    isBuiltIn: true,
  },
  { way: 'builtInNodeStopping', label: 'Built-in HubSpot node', isBuiltIn: true, onlyBad: true },
];

const HEAD = [
  'Way',
  'Seconds',
  'Requests',
  '429s',
  'Lost',
  'Outcome known',
  'Told wrongly',
  'Duplicate writes',
];

interface Row extends Measured {
  peer: Peer;
  /** Set where the numbers stand for more records than were sent. */
  measuredOn?: number;
}

/** The node and what a user would do instead, side by side on accounts of the same kind. */
export async function compare(
  { scale, builtPackage, say }: Bench,
  badShare: number,
): Promise<Pick<Section, 'table' | 'bounds' | 'charts'>> {
  const { latency, peerRecords, privateApp: rateLimit, singlesInFlight } = scale;
  const rows: Row[] = [];
  const notInstalled: Peer[] = [];
  const hasBuiltIn = (await builtInVersion()) !== undefined;
  for (const peer of WAYS.filter(({ onlyBad }) => badShare > 0 || !onlyBad)) {
    if (peer.isBuiltIn && !hasBuiltIn) {
      notInstalled.push(peer);
      continue;
    }
    const records = peer.measuredOn?.(scale) ?? peerRecords;
    say(`${peer.label}: ${whole(records)} line items at ${limitText(rateLimit)}`);
    const { way } = peer;
    const common = { way, builtPackage, rateLimit, latency, badShare };
    const measured = await measure({ ...common, records, inFlight: singlesInFlight });
    const isPart = records < peerRecords;
    rows.push({ peer, ...(isPart ? extrapolated(measured, peerRecords) : measured) });
  }
  return {
    table: {
      head: HEAD,
      rows: [...rows.map(cells), ...notInstalled.map(emptyCells)],
    },
    charts: [chart(rows, badShare)],
    bounds: boundsOf(rows),
  };
}

/** Multiplies what was measured on a part; shares stay what they are. */
function extrapolated(measured: Measured, records: number): Omit<Row, 'peer'> {
  const factor = records / measured.records;
  const times = (value: number) => Math.round(value * factor);
  return {
    ...measured,
    records,
    measuredOn: measured.records,
    milliseconds: times(measured.milliseconds),
    requests: times(measured.requests),
    throttled: times(measured.throttled),
    lost: times(measured.lost),
    known: times(measured.known),
    toldWrongly: times(measured.toldWrongly),
    wrongIds: times(measured.wrongIds),
    duplicateWrites: times(measured.duplicateWrites),
  };
}

function cells(row: Row): string[] {
  const { peer, measuredOn, records } = row;
  const about = (text: string) => (measuredOn === undefined ? text : `≈ ${text}`);
  const note = measuredOn === undefined ? '' : ` (extrapolated from ${whole(measuredOn)} records)`;
  return [
    peer.label + note,
    about(seconds(row.milliseconds)),
    about(whole(row.requests)),
    about(whole(row.throttled)),
    about(whole(row.lost)),
    row.known === records ? 'every record' : `${percent(row.known / records)} of records`,
    about(whole(row.toldWrongly) + (row.wrongIds > 0 ? `, ids ${whole(row.wrongIds)}` : '')),
    about(whole(row.duplicateWrites)),
  ];
}

/** The line of a way that is not measured here. */
function emptyCells({ label }: Peer): string[] {
  const [, ...rest] = HEAD;
  return [`${label}: not measured, ${NOT_INSTALLED}`, ...rest.map(() => '')];
}

function chart(rows: readonly Row[], badShare: number): Section['charts'][number] {
  const what = badShare > 0 ? `, ${percent(badShare, 0)} of them bad` : '';
  const longest = Math.max(
    ...rows.filter(({ measuredOn }) => measuredOn === undefined).map((row) => row.milliseconds),
  );
  return {
    name: badShare > 0 ? 'bad' : 'peers',
    title: `Seconds for ${whole(rows[0]?.records ?? 0)} line items${what}`,
    bars: rows.map(({ peer, milliseconds, lost, measuredOn }) => ({
      label: peer.label,
      value: Math.min(milliseconds, longest * 1.15),
      text: [
        `${measuredOn === undefined ? '' : '≈ '}${seconds(milliseconds)} s`,
        lost > 0 ? `${whole(lost)} lost` : 'nothing lost',
      ].join(', '),
      isOurs: peer.way === 'node',
      isFaulty: lost > 0,
      isCut: milliseconds > longest * 1.15,
    })),
  };
}

function boundsOf(rows: readonly Row[]): Bound[] {
  const [own, ...peers] = rows;
  if (own === undefined) return [];
  const faster = peers.filter(({ lost, milliseconds }) => {
    return lost === 0 && milliseconds < own.milliseconds;
  });
  const names = faster.map(({ peer }) => peer.label).join(', ');
  return [
    {
      statement: 'Records lost by the node: none',
      measured: whole(own.lost),
      holds: own.lost === 0,
    },
    {
      statement: 'Outcome known of every record of the node',
      measured: whole(own.known),
      holds: own.known === own.records,
    },
    none('Outcomes told wrongly by the node', own.toldWrongly),
    {
      statement: 'No peer is faster with nothing lost',
      measured: names === '' ? 'none' : names,
      holds: faster.length === 0,
    },
  ];
}
