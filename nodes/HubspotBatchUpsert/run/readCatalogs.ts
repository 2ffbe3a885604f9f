import { readError, readResults } from '../hubspot/readAnswer';
import type { PropertyDefinition } from '../hubspot/shapes';
import { recogniseFault, requiredScopes } from '../outcome/fault';
import { toCatalog, type Catalog } from '../records/catalog';
import { isObjectTypeName } from '../records/identify';
import type { Answer } from '../send/answer';
import type { HubspotClient } from './client';
import type { RunState } from './runState';

/**
 * Reads the property definitions of each object type once; what is no name of one is no part of a
 * path, and is told to its items later. Where HubSpot does not let them be read,
 * values are sent as they are and a note says so; where HubSpot cannot be reached at all, the run
 * ends before anything is sent.
 */
export async function readCatalogs(
  objectTypes: Iterable<string>,
  sensitiveData: readonly string[],
  client: HubspotClient,
  run: RunState,
): Promise<Map<string, Catalog>> {
  const catalogs = new Map<string, Catalog>();
  for (const objectType of [...objectTypes].filter(isObjectTypeName)) {
    const { answer } = await client.properties(objectType);
    if (answer === undefined) break;
    const definitions = definitionsIn(answer);
    for (const level of definitions.length > 0 ? sensitiveData : []) {
      const sensitive = await client.properties(objectType, level);
      definitions.push(...definitionsIn(sensitive.answer));
    }
    if (definitions.length > 0) catalogs.set(objectType, toCatalog(definitions));
    else if (!run.ended) noteUnreadable(objectType, answer, run);
  }
  return catalogs;
}

function noteUnreadable(objectType: string, answer: Answer, run: RunState): void {
  const fault = recogniseFault(answer, { objectType, idProperty: '', usableIdProperties: [] });
  if (fault?.scope === 'run') run.report(fault, '');
  else if (isOutOfReach(answer)) {
    run.report(
      {
        scope: 'run',
        title: 'HubSpot could not be reached to read the properties of the object type',
        advice: `${answer.kind === 'unanswered' ? answer.message : 'It did not answer as usual'}. Run the items again later.`,
        retryable: true,
        throws: false,
      },
      '',
    );
  } else run.notes.push(unreadable(objectType, answer));
}

function definitionsIn(answer: Answer | undefined): PropertyDefinition[] {
  if (answer?.kind !== 'answered' || answer.status !== 200) return [];
  return readResults<PropertyDefinition>(answer.json, ({ name }) => typeof name === 'string');
}

function isOutOfReach(answer: Answer): boolean {
  return answer.kind === 'unanswered' || (answer.kind === 'answered' && answer.status >= 500);
}

function unreadable(objectType: string, answer: Answer): string {
  const scopes = answer.kind === 'answered' ? requiredScopes(readError(answer.json)) : [];
  const advice = scopes.length
    ? ` Grant one of these scopes to have values checked first: ${scopes.join(', ')}.`
    : '';
  return `The property definitions of ${objectType} could not be read, so values were sent as they are.${advice}`;
}
