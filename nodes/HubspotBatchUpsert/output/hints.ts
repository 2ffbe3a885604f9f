import type { NodeExecutionHint } from 'n8n-workflow';
import { redact } from '../hubspot/redaction';
import type { Fault } from '../model/fault';
import type { InputNotes } from '../model/inputNotes';
import type { Ledger } from '../model/ledger';
import type { Settings } from '../model/settings';
import type { StrayErrors } from '../model/strayErrors';
import { quote } from '../values/quote';
import { counted, grouped } from './counted';
import { summarise, tally } from './summary';

interface FinishedRun {
  ledger: Ledger;
  traffic: { requests: number; retried: number };
  notes: readonly string[];
  inputNotes: InputNotes;
  strayErrors: StrayErrors;
  /** Why the run came to an end before its time; undefined where it did not. */
  stopped: Fault | undefined;
}

const FIELDS_TOLD = 10;

/**
 * What the editor shows above the output: the run in one line, and what the user should know.
 *
 * @param settings Where the time zone is that of values that name none.
 */
export function hints(
  run: FinishedRun,
  { timeZone, dryRun: isDryRun }: Pick<Settings, 'timeZone' | 'dryRun'>,
): NodeExecutionHint[] {
  const summary = summarise(tally(run.ledger), run.traffic, isDryRun);
  const { stopped, notes, inputNotes, strayErrors } = run;
  const warnings = [
    ...(stopped ? [`${stopped.title}. ${stopped.advice}`] : []),
    ...notes,
    ...reportedErrors(strayErrors),
    ...ignoredFields(inputNotes),
    ...leftOutValues(inputNotes),
    ...replacedValues(inputNotes),
    ...unassociatedItems(inputNotes),
    ...undecodedValues(inputNotes),
  ];
  return [
    ...[
      summary,
      ...matchedFields(inputNotes),
      ...readValues(inputNotes),
      ...readInTimeZone(inputNotes, timeZone),
    ].map((message) => hint('info', message)),
    ...warnings.map((message) => hint('warning', message)),
  ];
}

function hint(type: 'info' | 'warning', message: string): NodeExecutionHint {
  return { message: redact(message), type, location: 'outputPane' };
}

function reportedErrors({ sentences, areMore }: StrayErrors): string[] {
  if (sentences.size === 0) return [];
  const told = [...sentences, ...(areMore ? ['and others'] : [])].join(' | ');
  return [`HubSpot reported an error, and no record failed for it: ${told}`];
}

function matchedFields({ matchedFields }: InputNotes): string[] {
  if (matchedFields.size === 0) return [];
  const told = [...matchedFields].map(
    ([field, { items, property }]) => `${quote(field)} as ${property} (${inItems(items)})`,
  );
  return [`Input fields were matched by name or label: ${atMost(FIELDS_TOLD, told)}.`];
}

function readValues({ readValues }: InputNotes): string[] {
  if (readValues.size === 0) return [];
  const told = [...readValues].map(
    ([property, { values, example }]) =>
      `${property} (${grouped(values)}, e.g. ${quote(example.value)} to ${quote(example.text)})`,
  );
  return [`Values were converted: ${atMost(FIELDS_TOLD, told)}.`];
}

function readInTimeZone({ readInTimeZone }: InputNotes, timeZone: string): string[] {
  if (readInTimeZone.size === 0) return [];
  return [
    `Dates and times without a time zone were read in ${timeZone}: ${atMost(FIELDS_TOLD, [...readInTimeZone])}. If that is not where they come from, set the option Time Zone.`,
  ];
}

function leftOutValues({ leftOutValues }: InputNotes): string[] {
  if (leftOutValues.size === 0) return [];
  const counts = [...leftOutValues.values()].reduce((sum, count) => sum + count, 0);
  const told = [...leftOutValues]
    .sort(([, one], [, other]) => other - one)
    .map(([property, count]) => `${property} (${grouped(count)})`);
  return [
    `${counted(counts, 'value was', 'values were')} left out, since HubSpot would not store ${counts === 1 ? 'it' : 'them'}: ${atMost(FIELDS_TOLD, told)}. The field leftOut of each item says which and why.`,
  ];
}

/** The first entries, and how many more there are. */
function atMost(count: number, entries: readonly string[]): string {
  const more = entries.length - count;
  return `${entries.slice(0, count).join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}`;
}

function inItems(count: number): string {
  return counted(count, 'item', 'items');
}

function ignoredFields({ ignoredFields }: InputNotes): string[] {
  if (ignoredFields.size === 0) return [];
  const told = [...ignoredFields].map(([field, { items, why }]) => {
    const reason = why === undefined ? '' : `, ${why}`;
    return `${quote(field)} (${inItems(items)}${reason})`;
  });
  return [
    `Input fields that match no writable property were left out: ${atMost(FIELDS_TOLD, told)}.`,
  ];
}

function replacedValues({ replacedValues: count }: InputNotes): string[] {
  if (count === 0) return [];
  return [
    `${counted(count, 'value was', 'values were')} not written, because another item for the same record has a different one: the field superseded of each item names the properties. If these are different records, choose an ID property that tells them apart.`,
  ];
}

function unassociatedItems({ unassociatedItems: count }: InputNotes): string[] {
  if (count === 0) return [];
  return [
    `${counted(count, 'item was', 'items were')} skipped, and what ${count === 1 ? 'it asks' : 'they ask'} to be associated with was left alone, too. To have records associated that HubSpot has already, set Operation to Create or Update.`,
  ];
}

function undecodedValues({ undecodedValues: count }: InputNotes): string[] {
  if (count === 0) return [];
  return [
    `${counted(count, 'value holds', 'values hold')} the character U+FFFD (\ufffd): the file was probably read in the wrong encoding.`,
  ];
}
