import type { NodeExecutionHint } from 'n8n-workflow';
import type { Ledger } from '../model/ledger';
import { summarise, tally } from './summary';

interface FinishedRun {
  ledger: Ledger;
  traffic: { requests: number; retried: number };
  notes: readonly string[];
}

/** What the editor shows above the output: the run in one line, and what the user should know. */
export function hints(run: FinishedRun): NodeExecutionHint[] {
  return [
    { message: summarise(tally(run.ledger), run.traffic), type: 'info', location: 'outputPane' },
    ...run.notes.map((message): NodeExecutionHint => ({
      message,
      type: 'warning',
      location: 'outputPane',
    })),
  ];
}
