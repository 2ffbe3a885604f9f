import {
  parsePropertyDefinitions,
  toPropertyDefinitions,
  type PropertyDefinitions,
} from '../hubspot/propertyDefinitions';
import { scopesToGrant } from '../hubspot/scopes';
import { isSuccess, isTransientStatus } from '../hubspot/statuses';
import type { PropertyDefinition } from '../hubspot/types';
import type { HttpResult } from '../http/response';
import type { Fault } from '../model/fault';
import { isObjectTypeName } from '../prepare/identify';
import { recogniseFault } from '../response/faults';
import type { Run } from './run';
import type { RunContext } from './sendBatch';

/**
 * Reads the property definitions of each object type once; what is no name of one is no part of a
 * path, and is refused item by item later. Where HubSpot does not let them be read, a note says so and values
 * are sent as they are; where HubSpot cannot be reached, the run ends before anything is sent
 * unchecked.
 *
 * @param sensitiveData Levels of sensitive data, whose properties HubSpot lists one by one.
 * @returns By object type.
 */
export async function readPropertyDefinitions(
  targets: ReadonlyArray<{ objectType: string }>,
  sensitiveData: readonly string[],
  { client, run }: RunContext,
): Promise<Map<string, PropertyDefinitions>> {
  const byObjectType = new Map<string, PropertyDefinitions>();
  const objectTypes = new Set(targets.map(({ objectType }) => objectType));
  for (const objectType of [...objectTypes].filter(isObjectTypeName)) {
    const { result } = await client.properties(objectType);
    const definitions = definitionsIn(result);
    if (definitions.length === 0) {
      noteUnreadable(result, `The property definitions of ${objectType}`, VALUES_AS_THEY_ARE, run);
      continue;
    }
    for (const level of sensitiveData) {
      const { result } = await client.properties(objectType, level);
      const subject = `The ${level.replace('_', ' ')} properties of ${objectType}`;
      if (isList(result)) definitions.push(...definitionsIn(result));
      else noteUnreadable(result, subject, FIELDS_UNKNOWN, run);
    }
    byObjectType.set(objectType, toPropertyDefinitions(definitions));
  }
  return byObjectType;
}

const VALUES_AS_THEY_ARE = 'values were sent as they are';
const FIELDS_UNKNOWN = 'fields for them count as unknown fields';

/** @param consequence What the run does without them. */
function noteUnreadable(
  result: HttpResult | undefined,
  subject: string,
  consequence: string,
  run: Run,
): void {
  if (result === undefined || run.stopped) return;
  const fault = recogniseFault(result, { objectType: '', idProperty: '' });
  if (fault?.scope === 'run') run.stop(fault);
  else if (isOutOfReach(result)) run.stop(outOfReach(result));
  else run.notes.push(`${subject} could not be read, so ${consequence}.${whichScopes(result)}`);
}

function isList(result: HttpResult | undefined): boolean {
  return result?.kind === 'response' && result.status === 200 && result.json !== undefined;
}

function definitionsIn(result: HttpResult | undefined): PropertyDefinition[] {
  if (result?.kind !== 'response' || !isList(result)) return [];
  return parsePropertyDefinitions(result.json);
}

/** Does the response tell only of the moment, and nothing of what the credential may read? */
function isOutOfReach(result: HttpResult): boolean {
  if (result.kind !== 'response') return true;
  const { status } = result;
  return isTransientStatus(status) || (isSuccess(status) && !isList(result));
}

function outOfReach(result: HttpResult): Fault {
  return {
    scope: 'run',
    title: 'HubSpot could not be reached to read the properties of the object type',
    advice: `${result.kind === 'noResponse' ? result.message : 'It did not answer as usual'}. Run the items again later.`,
    retryable: true,
    throws: false,
  };
}

function whichScopes(result: HttpResult): string {
  const scopes = result.kind === 'response' ? scopesToGrant(result.error) : undefined;
  return scopes ? ` Grant ${scopes}.` : '';
}
