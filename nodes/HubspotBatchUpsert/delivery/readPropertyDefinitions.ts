import {
  parsePropertyDefinitions,
  toPropertyDefinitions,
  type PropertyDefinitions,
} from '../hubspot/propertyDefinitions';
import type { PropertyDefinition } from '../hubspot/types';
import { readPages } from '../http/pages';
import { isJsonSuccess, type HttpResult } from '../http/response';
import { isObjectTypeName } from '../prepare/identify';
import { endsRun, whichScopes } from './unreadList';
import type { Run } from './run';
import type { RunContext } from './runContext';

/** What the run does without the property definitions of an object type, for the user. */
type Consequence = (objectType: string) => string;

/** What comes of unread definitions where records of the object type are written. */
export const VALUES_AS_THEY_ARE: Consequence = () => 'values were sent as they are';

/** What comes of unread definitions where records of the object type are only looked for, to associate others with. */
export const NOT_CHECKED: Consequence = (objectType) =>
  `the values to find ${objectType} by were not checked`;

/**
 * Reads the property definitions of each object type once, all types at the same time. What cannot
 * be the name of one is passed over: its items are refused later, one by one. Where HubSpot does not
 * let definitions be read, a note tells so with the consequence; where it cannot be reached, the run
 * ends before anything is sent unchecked.
 *
 * @param sensitiveData Levels of sensitive data, whose properties HubSpot lists one by one.
 * @returns By object type.
 */
export async function readPropertyDefinitions(
  targets: ReadonlyArray<{ objectType: string }>,
  sensitiveData: readonly string[],
  consequence: Consequence,
  context: RunContext,
): Promise<Map<string, PropertyDefinitions>> {
  const objectTypes = [...new Set(targets.map(({ objectType }) => objectType))];
  const read = await Promise.all(
    objectTypes
      .filter(isObjectTypeName)
      .map((type) => readDefinitionsOf(type, sensitiveData, consequence, context)),
  );
  const { notes: told } = context.run;
  told.push(...read.flatMap(({ notes }) => notes).filter((note) => !told.includes(note)));
  return new Map(
    read.flatMap(({ objectType, definitions }) =>
      definitions.length > 0 ? [[objectType, toPropertyDefinitions(definitions)]] : [],
    ),
  );
}

interface ReadDefinitions {
  objectType: string;
  /** None where HubSpot does not let them be read. */
  definitions: PropertyDefinition[];
  /** What could not be read, for the user. */
  notes: string[];
}

async function readDefinitionsOf(
  objectType: string,
  sensitiveData: readonly string[],
  consequence: Consequence,
  context: RunContext,
): Promise<ReadDefinitions> {
  const { definitions, last } = await readList(objectType, undefined, context);
  const notes: string[] = [];
  if (definitions.length === 0) {
    const subject = `The property definitions of ${objectType}`;
    notes.push(...unreadable(last, subject, consequence(objectType), context.run));
    return { objectType, definitions, notes };
  }
  for (const level of sensitiveData) {
    const sensitive = await readList(objectType, level, context);
    const subject = `The ${level.replace('_', ' ')} properties of ${objectType}`;
    if (isJsonSuccess(sensitive.last)) definitions.push(...sensitive.definitions);
    else notes.push(...unreadable(sensitive.last, subject, FIELDS_UNKNOWN, context.run));
  }
  return { objectType, definitions, notes };
}

/** All pages of a list; no definitions where one of them cannot be had. */
async function readList(
  objectType: string,
  level: string | undefined,
  { client }: RunContext,
): Promise<{ definitions: PropertyDefinition[]; last: HttpResult | undefined }> {
  const pages = await readPages(
    async (after) => (await client.properties(objectType, level, after)).result,
    (result) => (result?.kind === 'response' ? result.json : undefined),
  );
  const last = pages.at(-1);
  return { definitions: isJsonSuccess(last) ? pages.flatMap(definitionsIn) : [], last };
}

const FIELDS_UNKNOWN = 'fields for them count as unknown fields';

/**
 * Ends the run where what keeps HubSpot from telling would keep it from writing, too.
 *
 * @param consequence What the run does without them.
 * @returns What to tell the user.
 */
function unreadable(
  result: HttpResult | undefined,
  subject: string,
  consequence: string,
  run: Run,
): string[] {
  if (result === undefined || endsRun(result, 'the properties of the object type', run)) return [];
  return [`${subject} could not be read, so ${consequence}.${whichScopes(result)}`];
}

function definitionsIn(result: HttpResult | undefined): PropertyDefinition[] {
  return isJsonSuccess(result) ? parsePropertyDefinitions(result.json) : [];
}
