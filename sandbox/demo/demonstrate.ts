import { NodeOperationError } from 'n8n-workflow';
import type { NodeOutcome } from '../engine/runNode';
import { HUBSPOT_LIMITS } from '../hubspot/limits/rateLimit';
import type { Sandbox } from '../hubspot/sandbox';
import { startSandbox } from '../hubspot/sandbox';
import { arrange, type Arrangement } from './arrange';
import {
  checkAccounted,
  checkContent,
  checkRefused,
  checkSpoiled,
  checkSuccess,
  type Check,
} from './checks';
import type { Request } from './commandLine';
import type { Sheet } from './csvFile';
import { expectedOf } from './expectation';
import { readFailures } from './failures';
import { withProgress, type Progress } from './progress';
import { storedId } from './storedId';
import type { Report } from './summary';
import { trafficOf } from './traffic';
import { upsert } from './upsert';

/** A finished run: what to print, and the rows to save. */
export interface Demonstration {
  report: Omit<Report, 'errorFile'>;
  /** The rows as the node got them, which differ from the file's where they were spoiled. */
  sheet: Sheet;
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
    const { items, sheet, definitions } = arrangement;
    const ids = items.map(({ json }) => {
      const cell = json[request.idProperty] ?? '';
      return storedId(cell, request.idProperty, definitions) ?? '';
    });

    const startedAt = performance.now();
    const outcome = await withProgress(progress, sandbox.log, ids, () =>
      upsert(items, request, sandbox),
    );
    const milliseconds = performance.now() - startedAt;

    if (outcome.thrown) throw new Error(describeThrown(outcome.thrown));
    return {
      sheet,
      report: {
        rows: items.length,
        written: countWritten(outcome),
        failures: readFailures(outcome.error),
        lineOf: (index) => sheet.rows[index]?.line ?? 0,
        traffic: trafficOf(sandbox.log.entries),
        milliseconds,
        hints: outcome.hints.map(({ message }) => message),
        checks: checksOf(outcome, arrangement, request, sandbox),
      },
    };
  } finally {
    await sandbox.stop();
  }
}

function checksOf(
  outcome: NodeOutcome,
  { items, spoiled, definitions, before, hubspotRefuses }: Arrangement,
  { objectType, idProperty, duplicates }: Request,
  { store }: Sandbox,
): Check[] {
  const stored = store.records(objectType).slice(before.length);
  const json = items.map((item) => item.json);
  const expectation = expectedOf(json, idProperty, definitions, duplicates, hubspotRefuses);
  const idOf = (row: number) =>
    storedId(json[row]?.[idProperty] ?? '', idProperty, definitions) ?? '';
  return [
    checkAccounted(items.length, outcome),
    checkSuccess(outcome, stored),
    checkRefused(outcome, expectation),
    checkContent(stored, expectation, idProperty, definitions),
    ...(spoiled.size > 0 ? [checkSpoiled(outcome, spoiled, idOf)] : []),
  ];
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

function describeThrown({
  message,
  description,
}: Pick<NodeOperationError, 'message' | 'description'>) {
  return ['The node stopped the workflow', message, description].filter(Boolean).join(': ');
}
