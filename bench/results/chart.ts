/** A chart of horizontal bars. */
export interface Chart {
  /** Its file's name, without extension. */
  name: string;
  title: string;
  bars: Bar[];
  /** A line across all bars, such as a bound. */
  mark?: { value: number; text: string };
}

interface Bar {
  label: string;
  value: number;
  /** Stands beside the bar. */
  text: string;
  /** Is it this project's own? */
  isOurs?: boolean;
  /** Did it lose something? Drawn hatched, so that colour is not all that tells. */
  isFaulty?: boolean;
  /** Is the true value too long to be drawn? */
  isCut?: boolean;
}

const WIDTH = 860;
const LABEL_WIDTH = 300;
const TEXT_WIDTH = 210;
const BAR_WIDTH = WIDTH - LABEL_WIDTH - TEXT_WIDTH;
const BAR_HEIGHT = 24;
const ROW_HEIGHT = 38;
const TOP = 62;

const STYLE = `
    text { font: 14px system-ui, sans-serif; fill: #24292f; }
    .title { font-weight: 600; font-size: 16px; }
    .small { font-size: 12px; fill: #57606a; }
    .ours { fill: #c2410c; } .other { fill: #6e7f94; } .hatch { stroke: #ffffff; }
    .mark { stroke: #24292f; stroke-dasharray: 4 3; }
    .page { fill: #ffffff; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      .small { fill: #9198a1; }
      .ours { fill: #fb8a53; } .other { fill: #8b9cb3; } .hatch { stroke: #0d1117; }
      .mark { stroke: #e6edf3; }
      .page { fill: #0d1117; }
    }`;

/**
 * The chart as an SVG document that follows the reader's light or dark scheme. It has a ground of its
 * own, since the page around it may follow another.
 */
export function toSvg({ title, bars, mark }: Chart): string {
  const most = Math.max(mark?.value ?? 0, ...bars.map(({ value }) => value));
  const scale = BAR_WIDTH / (most || 1);
  const height = TOP + bars.length * ROW_HEIGHT + 10;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escape(title)}">
  <style>${STYLE}
  </style>
  <defs>
    <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line class="hatch" x1="2" y1="0" x2="2" y2="8" stroke-width="3"/>
    </pattern>
  </defs>
  <rect class="page" width="100%" height="100%" rx="6"/>
  <text class="title" x="12" y="26">${escape(title)}</text>
${bars.map((bar, index) => drawn(bar, TOP + index * ROW_HEIGHT, scale)).join('\n')}
${mark ? drawnMark(mark, scale, height) : ''}
</svg>
`;
}

function drawn({ label, value, text, isOurs, isFaulty, isCut }: Bar, y: number, scale: number) {
  const width = Math.max(2, value * scale);
  const box = `x="${LABEL_WIDTH}" y="${y}" width="${width.toFixed(1)}" height="${BAR_HEIGHT}" rx="3"`;
  const middle = y + BAR_HEIGHT / 2 + 5;
  return [
    `  <text x="${LABEL_WIDTH - 12}" y="${middle}" text-anchor="end">${escape(label)}</text>`,
    `  <rect class="${isOurs ? 'ours' : 'other'}" ${box}/>`,
    ...(isFaulty ? [`  <rect fill="url(#hatch)" ${box}/>`] : []),
    `  <text x="${(LABEL_WIDTH + width + 8).toFixed(1)}" y="${middle}">${isCut ? '⋯ ' : ''}${escape(text)}</text>`,
  ].join('\n');
}

function drawnMark(mark: NonNullable<Chart['mark']>, scale: number, height: number): string {
  const x = (LABEL_WIDTH + mark.value * scale).toFixed(1);
  return `  <line class="mark" x1="${x}" x2="${x}" y1="${TOP - 10}" y2="${height - 8}"/>
  <text class="small" x="${x}" y="${TOP - 16}" text-anchor="middle">${escape(mark.text)}</text>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
