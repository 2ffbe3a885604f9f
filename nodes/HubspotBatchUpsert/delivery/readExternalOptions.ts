import { sleep } from 'n8n-workflow';
import { OWNERS_SCOPE } from '../hubspot/objectTypes';
import { holdsOwners } from '../hubspot/optionSource';
import { parseOwners } from '../hubspot/owners';
import type { PropertyDefinitions } from '../hubspot/propertyDefinitions';
import { FORBIDDEN } from '../hubspot/statuses';
import type { PropertyDefinition, PropertyOption } from '../hubspot/types';
import { readPages } from '../http/pages';
import { isJsonSuccess, type HttpResult } from '../http/response';
import { PAUSE, type OptionsNeeded } from '../prepare/toInputs';
import { learnPipelines } from './readPipelines';
import type { RunContext } from './runContext';
import { endsRun } from './unreadList';

/**
 * Leads a preparation to its end. Where it pauses, n8n's process does what else there is to do. Where it
 * stops for options that HubSpot keeps elsewhere than in definitions, these are read: owners for all
 * object types, pipelines for one. What may not be read costs no item that does without it.
 *
 * @param definitions By object type. What was read is put into them, so that nobody asks for it again.
 * @returns Undefined where the run has come to its end meanwhile.
 */
export async function withExternalOptions<Made>(
  preparation: Generator<OptionsNeeded | typeof PAUSE, Made, void>,
  definitions: ReadonlyMap<string, PropertyDefinitions>,
  context: RunContext,
): Promise<Made | undefined> {
  for (let step = preparation.next(); ; step = preparation.next()) {
    if (step.done) return step.value;
    if (step.value === PAUSE) await sleep(0);
    else await learn(step.value, definitions, context);
    if (context.run.stopped) return undefined;
  }
}

async function learn(
  { source, objectType }: OptionsNeeded,
  definitions: ReadonlyMap<string, PropertyDefinitions>,
  context: RunContext,
): Promise<void> {
  const ofType = definitions.get(objectType);
  if (source === 'pipelines') return await learnPipelines(objectType, ofType, context);
  const all = [...definitions.values()].flatMap((known) => [...(known?.values() ?? [])]);
  const owned = all.filter(holdsOwners);
  return source === 'owners'
    ? await learnOwners(owned, context)
    : await learnArchivedOwners(owned, context);
}

async function learnOwners(
  definitions: readonly PropertyDefinition[],
  context: RunContext,
): Promise<void> {
  const { owners, last } = await readOwners(false, context);
  if (last === undefined) return;
  if (!owners && !isForbidden(last) && endsRun(last, 'the owners', context.run)) return;
  const asked = owners ? {} : { unreadable: whyNoOwners(last) };
  for (const definition of definitions) Object.assign(definition, { options: owners, asked });
}

/** Archived owners only serve to say more of an address that is no owner's: nothing comes of it where they may not be read. */
async function learnArchivedOwners(
  definitions: readonly PropertyDefinition[],
  context: RunContext,
): Promise<void> {
  const { owners: archived = [], last } = await readOwners(true, context);
  if (last === undefined) return;
  for (const definition of definitions) definition.asked = { ...definition.asked, archived };
}

/** All pages of the list; no owners where one of them cannot be had. */
async function readOwners(
  areArchived: boolean,
  { client }: RunContext,
): Promise<{ owners?: PropertyOption[]; last: HttpResult | undefined }> {
  const pages = await readPages(
    async (after) => (await client.owners(areArchived, after)).result,
    (result) => (result?.kind === 'response' ? result.json : undefined),
  );
  const last = pages.at(-1);
  if (!isJsonSuccess(last)) return { last };
  return {
    owners: pages.flatMap((page) => (isJsonSuccess(page) ? parseOwners(page.json) : [])),
    last,
  };
}

/** The definitions were read with the same credential: it lacks no more than this. */
function isForbidden(result: HttpResult): boolean {
  return result.kind === 'response' && (result.status === 401 || result.status === FORBIDDEN);
}

function whyNoOwners(result: HttpResult): string {
  return isForbidden(result)
    ? `The credential may not read owners, so that the owner of an e-mail address cannot be found: grant ${OWNERS_SCOPE}, or write the owner's id`
    : "HubSpot did not list the owners, so that the owner of an e-mail address cannot be found: write the owner's id";
}
