import { parseError } from '../hubspot/parsing';
import type { PropertyDefinition } from '../hubspot/types';
import { isSuccess, RETRYABLE } from '../hubspot/statuses';
import { requiredScopes } from '../response/accessFault';
import { recogniseFault, type Fault } from '../response/faults';
import {
  parsePropertyDefinitions,
  toPropertyDefinitions,
  type PropertyDefinitions,
  type DefinitionsByObjectType,
} from '../hubspot/propertyDefinitions';
import { isObjectTypeName } from '../prepare/identify';
import type { HttpResult } from '../http/response';
import type { HubspotClient } from './client';
import type { Run } from './run';

/** What it takes to read property definitions. */
export interface CatalogReader {
  client: HubspotClient;
  run: Run;
  /** Levels of sensitive data, whose properties HubSpot lists one by one. */
  sensitiveData: readonly string[];
}

/**
 * Reads the property definitions of each object type once; what is no name of one is no part of a
 * path, and is told to its items later. Where HubSpot does not let them be read, a note says so and
 * values are sent as they are; where they are not to be had for the moment, the run ends before
 * anything is sent unchecked.
 *
 * @param targets Whatever names the object types.
 */
export async function readPropertyDefinitions(
  targets: ReadonlyArray<{ objectType: string }>,
  { client, run, sensitiveData }: CatalogReader,
): Promise<DefinitionsByObjectType> {
  const catalogs = new Map<string, PropertyDefinitions>();
  const objectTypes = new Set(targets.map(({ objectType }) => objectType));
  for (const objectType of [...objectTypes].filter(isObjectTypeName)) {
    const { answer } = await client.properties(objectType);
    const definitions = definitionsIn(answer);
    if (definitions.length === 0) {
      noteUnreadable(answer, `The property definitions of ${objectType}`, VALUES_AS_THEY_ARE, run);
      continue;
    }
    for (const level of sensitiveData) {
      const { answer } = await client.properties(objectType, level);
      const subject = `The ${level.replace('_', ' ')} properties of ${objectType}`;
      if (isList(answer)) definitions.push(...definitionsIn(answer));
      else noteUnreadable(answer, subject, FIELDS_UNKNOWN, run);
    }
    catalogs.set(objectType, toPropertyDefinitions(definitions));
  }
  return catalogs;
}

const VALUES_AS_THEY_ARE = 'values were sent as they are';
const FIELDS_UNKNOWN = 'fields for them count as unknown fields';

/** @param consequence What the run does without them. */
function noteUnreadable(
  answer: HttpResult | undefined,
  subject: string,
  consequence: string,
  run: Run,
): void {
  if (answer === undefined || run.ended) return;
  const target = { objectType: '', idProperty: '', usableIdProperties: [] };
  const fault = recogniseFault(answer, target);
  if (fault?.scope === 'run') run.report(fault, '');
  else if (isOutOfReach(answer)) run.report(outOfReach(answer), '');
  else run.notes.push(`${subject} could not be read, so ${consequence}.${whichScopes(answer)}`);
}

function isList(answer: HttpResult | undefined): boolean {
  return answer?.kind === 'response' && answer.status === 200 && answer.json !== undefined;
}

function definitionsIn(answer: HttpResult | undefined): PropertyDefinition[] {
  if (answer?.kind !== 'response' || !isList(answer)) return [];
  return parsePropertyDefinitions(answer.json);
}

/** Does the answer tell only of the moment, and nothing of what the credential may read? */
function isOutOfReach(answer: HttpResult): boolean {
  if (answer.kind !== 'response') return true;
  const { status } = answer;
  return status >= 500 || RETRYABLE.has(status) || (isSuccess(status) && !isList(answer));
}

function outOfReach(answer: HttpResult): Fault {
  return {
    scope: 'run',
    title: 'HubSpot could not be reached to read the properties of the object type',
    advice: `${answer.kind === 'noResponse' ? answer.message : 'It did not answer as usual'}. Run the items again later.`,
    retryable: true,
    throws: false,
  };
}

function whichScopes(answer: HttpResult): string {
  const scopes = answer.kind === 'response' ? requiredScopes(parseError(answer.json)) : [];
  return scopes.length > 0 ? ` Grant one of these scopes: ${scopes.join(', ')}.` : '';
}
