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
import { expectedOf, type Expectation } from './expectation';
import type { Sheet } from './file/sheet';
import { raggedFailures, readFailures } from './failures';
import { linksIn } from './links';
import { checkOutcomes, checkUntouched } from './outcomeChecks';
import { noProgress, withProgress, type Progress } from './progress';
import { proposalsOf } from './proposals';
import { storedId } from './secondOpinion/storedId';
import type { Report } from './summary';
import { changesOf, linkedBy, tallyOf } from './tally';
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
    const { sheet, cells, circumstances } = arrangement;
    const first = await runOnce(arrangement, request, sandbox, progress);
    const { outcome, milliseconds } = first;
    const traffic = trafficOf(sandbox.log.entries);
    const again =
      request.skipUnchanged && !request.dryRun
        ? await runAgain(first, arrangement, request, sandbox)
        : undefined;
    const failures = [...readFailures(outcome.error, sheet), ...raggedFailures(sheet)];
    return {
      header: sheet.header,
      report: {
        rows: arrangement.items.length + sheet.ragged.length,
        isDryRun: request.dryRun,
        operation: request.operation,
        tally: tallyOf(outcome.success),
        changes: request.dryRun ? changesOf(outcome.success, sheet) : [],
        linked: circumstances.deals && linkedBy(outcome.success),
        failures: failures.sort((one, other) => one.row.line - other.row.line),
        place: sheet.place,
        traffic,
        milliseconds,
        hints: outcome.hints.map(({ message }) => message),
        proposals: proposalsOf(cells, circumstances),
        again: again?.rerun,
        checks: [...first.checks, ...(again?.checks ?? [])],
      },
    };
  } finally {
    await sandbox.stop();
  }
}

interface Finished {
  outcome: NodeOutcome;
  expectation: Expectation;
  milliseconds: number;
  checks: Check[];
}

async function runOnce(
  arrangement: Arrangement,
  request: Request,
  sandbox: Sandbox,
  progress: Progress,
): Promise<Finished> {
  const { items, cells, circumstances } = arrangement;
  const before = sandbox.store.records(request.objectType);
  const startedAt = performance.now();
  const outcome = await withProgress(progress, sandbox.log, idsOf(arrangement), () =>
    upsert(items, { ...request, deals: circumstances.deals }, sandbox),
  );
  const milliseconds = performance.now() - startedAt;
  if (outcome.thrown) throw new Error(describeThrown(outcome.thrown));
  const unsent = request.dryRun ? { hubspotRefuses: () => false } : {};
  const expectation = expectedOf(cells, { ...circumstances, ...unsent });
  const checks = request.dryRun
    ? checksOfDryRun(outcome, expectation, arrangement, request, before, sandbox)
    : checksOf(outcome, expectation, arrangement, request, sandbox);
  return { outcome, expectation, milliseconds, checks };
}

/** The same rows once more, over what the first run left. */
async function runAgain(
  { expectation }: Finished,
  arrangement: Arrangement,
  request: Request,
  sandbox: Sandbox,
): Promise<{ rerun: Report['again']; checks: Check[] }> {
  sandbox.log.clear();
  const circumstances = { ...arrangement.circumstances, earlier: expectation.records };
  const { outcome, checks } = await runOnce(
    { ...arrangement, circumstances },
    request,
    sandbox,
    noProgress,
  );
  const rerun = { tally: tallyOf(outcome.success), traffic: trafficOf(sandbox.log.entries) };
  return {
    rerun,
    checks: checks.map((check) => ({ ...check, statement: `once more, ${check.statement}` })),
  };
}

function checksOf(
  outcome: NodeOutcome,
  expectation: Expectation,
  arrangement: Arrangement,
  { objectType, idProperty }: Request,
  { store }: Sandbox,
): Check[] {
  const { items, spoiled, before, circumstances } = arrangement;
  const stored = store.records(objectType).slice(before.length);
  const ids = idsOf(arrangement);
  const idOf = (row: number) => ids[row] ?? '';
  const links = circumstances.deals && linksIn(store, objectType, idProperty);
  return [
    checkAccounted(items.length, outcome),
    checkSuccess(outcome, stored),
    checkRefused(outcome, expectation),
    checkOutcomes(outcome, expectation, false),
    checkContent(stored, expectation, circumstances),
    ...(links ? [checkLinks(outcome, links, expectation, idOf)] : []),
    ...(spoiled.size > 0 ? [checkSpoiled(outcome, spoiled, expectation, idOf)] : []),
  ];
}

function checksOfDryRun(
  outcome: NodeOutcome,
  expectation: Expectation,
  arrangement: Arrangement,
  { objectType, idProperty }: Request,
  before: ReturnType<Sandbox['store']['records']>,
  { store, log }: Sandbox,
): Check[] {
  const { items, spoiled, circumstances } = arrangement;
  const ids = idsOf(arrangement);
  const idOf = (row: number) => ids[row] ?? '';
  const links = circumstances.deals && linksIn(store, objectType, idProperty);
  return [
    checkUntouched(store.records(objectType), before, log.entries),
    checkAccounted(items.length, outcome),
    checkRefused(outcome, expectation),
    checkOutcomes(outcome, expectation, true),
    ...(links ? [checkLinks(outcome, links, expectation, idOf, true)] : []),
    ...(spoiled.size > 0 ? [checkSpoiled(outcome, spoiled, expectation, idOf)] : []),
  ];
}

/** As they are sent; empty where a row has none. */
function idsOf({ cells, circumstances }: Arrangement): string[] {
  const { idProperty, definitions, rules } = circumstances;
  return cells.map((row) => storedId(row[idProperty] ?? '', idProperty, definitions, rules) ?? '');
}

function describeThrown({
  message,
  description,
}: Pick<NodeOperationError, 'message' | 'description'>) {
  return ['The node stopped the workflow', message, description].filter(Boolean).join(': ');
}
