import type { Chart } from '../results/chart';
import type { Scale } from '../scale';

/** What a scenario needs to run. */
export interface Bench {
  scale: Scale;
  /** Where the compiled package is. */
  builtPackage: string;
  /** Tells what is being measured. */
  say: (text: string) => void;
}

/** Something that must hold, and whether it does. */
export interface Bound {
  statement: string;
  measured: string;
  holds: boolean;
}

export interface Table {
  head: string[];
  rows: string[][];
}

/** What a scenario has to show. */
export interface Section {
  title: string;
  /** What was measured and how, in Markdown. */
  explanation: string;
  table: Table;
  charts: Chart[];
  bounds: Bound[];
}

export type Scenario = (bench: Bench) => Promise<Section>;
