import { NodeOperationError } from 'n8n-workflow';
import type { NodeOutcome } from '../engine/runNode';
import { HUBSPOT_LIMITS } from '../hubspot/limits/rateLimit';
import type { Sandbox } from '../hubspot/sandbox';
import { startSandbox } from '../hubspot/sandbox';
import { arrange, type Arrangement } from './arrange';
import {
  checkAccounted,
  checkContent,
  checkLinks,
  checkRefused,
  checkSpoiled,
  checkSuccess,
  type Check,
} from './checks';
import type { Request } from './commandLine';
import { expectedOf } from './expectation';
import type { Sheet } from './file/sheet';
import { raggedFailures, readFailures } from './failures';
import { linksIn } from './links';
import { withProgress, type Progress } from './progress';
import { proposalsOf } from './proposals';
import { storedId } from './secondOpinion/storedId';
import type { Report } from './summary';
import { trafficOf } from './traffic';
import { upsert } from './upsert';

/** A finished run: what to print, and the columns of the rows to save. */
export interface Demonstration {
  report: Omit<Report, 'errorFile'>;
  /** As the node got them: more than the file's where rows were spoiled. */
  header: Sheet['header'];
}

/**
 * Writes the rows of a sheet into a HubSpot sandbox of its own, through the node in n8n's engine,
 * and checks what came of it.
 *
 * @param announce is told what was arranged, before the run starts
 * @throws UnusableInput where file and account do not fit
 * @throws Error when the node threw
 */
export async function demonstrate(
  given: Sheet,
  request: Request,
  progress: Progress,
  announce: (arrangement: Arrangement) => void,
): Promise<Demonstration> {
  const { limit, latency } = request;
  const rateLimit = limit === undefined ? undefined : { ...HUBSPOT_LIMITS.oauth, perWindow: limit };
  const sandbox = await startSandbox({ latency, rateLimit });
  try {
    const arrangement = arrange(given, request, sandbox.store);
    announce(arrangement);
    const { items, sheet, cells, circumstances } = arrangement;
    const ids = idsOf(arrangement);

    const startedAt = performance.now();
    const outcome = await withProgress(progress, sandbox.log, ids, () =>
      upsert(items, { ...request, deals: circumstances.deals }, sandbox),
    );
    const milliseconds = performance.now() - startedAt;

    if (outcome.thrown) throw new Error(describeThrown(outcome.thrown));
    const failures = [...readFailures(outcome.error, sheet), ...raggedFailures(sheet)];
    return {
      header: sheet.header,
      report: {
        rows: items.length + sheet.ragged.length,
        written: countWritten(outcome),
        linked: circumstances.deals && countLinked(outcome),
        failures: failures.sort((one, other) => one.row.line - other.row.line),
        place: sheet.place,
        traffic: trafficOf(sandbox.log.entries),
        milliseconds,
        hints: outcome.hints.map(({ message }) => message),
        proposals: proposalsOf(cells, circumstances),
        checks: checksOf(outcome, arrangement, request, sandbox),
      },
    };
  } finally {
    await sandbox.stop();
  }
}

function checksOf(
  outcome: NodeOutcome,
  arrangement: Arrangement,
  { objectType, idProperty }: Request,
  { store }: Sandbox,
): Check[] {
  const { items, cells, spoiled, before, circumstances } = arrangement;
  const stored = store.records(objectType).slice(before.length);
  const expectation = expectedOf(cells, circumstances);
  const ids = idsOf(arrangement);
  const idOf = (row: number) => ids[row] ?? '';
  const links = circumstances.deals && linksIn(store, objectType, idProperty);
  return [
    checkAccounted(items.length, outcome),
    checkSuccess(outcome, stored),
    checkRefused(outcome, expectation),
    checkContent(stored, expectation, circumstances),
    ...(links ? [checkLinks(outcome, links, expectation, idOf)] : []),
    ...(spoiled.size > 0 ? [checkSpoiled(outcome, spoiled, idOf)] : []),
  ];
}

/** As they are sent; empty where a row has none. */
function idsOf({ cells, circumstances }: Arrangement): string[] {
  const { idProperty, definitions, rules } = circumstances;
  return cells.map((row) => storedId(row[idProperty] ?? '', idProperty, definitions, rules) ?? '');
}

function countWritten({ success }: NodeOutcome): Report['written'] {
  const results = success.map(({ json }) => json.hubspot as { outcome?: string; id?: string });
  const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
  return {
    rows: success.length,
    records: new Set(results.map(({ id }) => id)).size,
    created: count('created'),
    updated: count('updated'),
    confirmed: count('written'),
  };
}

function countLinked({ success }: NodeOutcome): Report['linked'] {
  const linked = success
    .map(({ json }) => json.hubspot as { id?: string; associations?: Array<{ toId: string }> })
    .filter(({ associations }) => associations !== undefined);
  return {
    rows: linked.length,
    records: new Set(linked.map(({ id }) => id)).size,
    deals: new Set(linked.flatMap(({ associations = [] }) => associations.map(({ toId }) => toId)))
      .size,
  };
}

function describeThrown({
  message,
  description,
}: Pick<NodeOperationError, 'message' | 'description'>) {
  return ['The node stopped the workflow', message, description].filter(Boolean).join(': ');
}
