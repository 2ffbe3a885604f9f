import type { NodeExecutionHint } from 'n8n-workflow';
import { redact } from '../hubspot/redaction';
import type { Fault } from '../model/fault';
import type { InputNotes } from '../model/inputNotes';
import type { Ledger } from '../model/ledger';
import { quote } from '../values/quote';
import { grouped, summarise, tally } from './summary';

interface FinishedRun {
  ledger: Ledger;
  traffic: { requests: number; retried: number };
  notes: readonly string[];
  inputNotes: InputNotes;
  /** Why the run came to an end before its time; undefined where it did not. */
  stopped: Fault | undefined;
}

const FIELDS_TOLD = 10;

/** What the editor shows above the output: the run in one line, and what the user should know. */
export function hints(run: FinishedRun): NodeExecutionHint[] {
  const summary = summarise(tally(run.ledger), run.traffic);
  const { stopped, notes, inputNotes } = run;
  const warnings = [
    ...(stopped ? [`${stopped.title}. ${stopped.advice}`] : []),
    ...notes,
    ...ignoredFields(inputNotes),
    ...replacedValues(inputNotes),
    ...undecodedValues(inputNotes),
  ];
  return [
    { message: redact(summary), type: 'info', location: 'outputPane' },
    ...warnings.map((message): NodeExecutionHint => ({
      message: redact(message),
      type: 'warning',
      location: 'outputPane',
    })),
  ];
}

function ignoredFields({ ignoredFields }: InputNotes): string[] {
  if (ignoredFields.size === 0) return [];
  const told = [...ignoredFields].slice(0, FIELDS_TOLD).map(([field, { items, meant }]) => {
    const guess = meant === undefined ? '' : `, perhaps ${meant}`;
    return `${quote(field)} (${grouped(items)} ${items === 1 ? 'item' : 'items'}${guess})`;
  });
  const more = ignoredFields.size - told.length;
  const rest = more > 0 ? ` and ${more} more` : '';
  return [
    `Input fields that are no property that can be written were left out: ${told.join(', ')}${rest}.`,
  ];
}

function replacedValues({ replacedValues: count }: InputNotes): string[] {
  if (count === 0) return [];
  return [
    `${grouped(count)} ${count === 1 ? 'value was' : 'values were'} not written, since another item of the same record has another one; superseded in what HubSpot returned for each item names the properties. If these are different records, the ID property does not tell them apart.`,
  ];
}

function undecodedValues({ undecodedValues: count }: InputNotes): string[] {
  if (count === 0) return [];
  return [
    `${grouped(count)} ${count === 1 ? 'value holds' : 'values hold'} the character U+FFFD (\ufffd): the file was probably read in the wrong encoding.`,
  ];
}
