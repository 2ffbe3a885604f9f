import { setTimeout as pause } from 'node:timers/promises';
import {
  batchReadPath,
  propertiesPath,
  searchPath,
} from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import { resultsOf } from './answers';
import type { Hubspot } from './hubspot';
import type { Mark, Workshop } from './workshop';

/** What became of the things that a run made. */
export interface CleanUp {
  records: number;
  properties: number;
  /** What may still be there, and why. */
  left: string[];
}

const BATCH = 100;

/**
 * Removes every record and property that the workshop made, or may have made. Never throws.
 *
 * @param searchLagMs How long search may not know a new record.
 */
export async function cleanUp(
  workshop: Workshop,
  hubspot: Hubspot,
  searchLagMs: number,
): Promise<CleanUp> {
  const done: CleanUp = { records: 0, properties: 0, left: [] };
  const attempt = async (what: string, work: () => Promise<void>) => {
    await work().catch((error: Error) => done.left.push(`${what}: ${error.message}`));
  };

  for (const objectType of new Set(workshop.marks.map((mark) => mark.objectType))) {
    const marks = workshop.marks.filter((mark) => mark.objectType === objectType);
    const ids = new Set(workshop.recordIds.get(objectType));
    const isSearched = objectType !== 'contacts';
    if (isSearched && workshop.unanswered.has(objectType)) await pause(searchLagMs);
    await attempt(`${objectType} by what they hold`, async () => {
      if (isSearched && !workshop.unanswered.has(objectType)) return;
      for (const id of await findByMarks(marks, hubspot)) ids.add(id);
    });
    for (const some of chunks([...ids])) {
      await attempt(`${some.length} ${objectType}`, async () => {
        await archive(objectType, some, hubspot);
        done.records += some.length;
      });
    }
  }
  for (const property of workshop.properties) {
    await attempt(`the property ${property}`, async () => {
      const path = `${propertiesPath('v3', 'contacts')}/${property}`;
      const { status } = await hubspot.send('DELETE', path);
      if (status >= 300 && status !== 404) throw new Error(`HubSpot answered with ${status}`);
      if (status < 300) done.properties += 1;
    });
  }
  return done;
}

async function findByMarks(marks: readonly Mark[], hubspot: Hubspot): Promise<string[]> {
  const found: string[] = [];
  for (const property of new Set(marks.map((mark) => mark.property))) {
    const values = marks.filter((mark) => mark.property === property).map(({ value }) => value);
    for (const some of chunks([...new Set(values)])) {
      found.push(...(await find(marks[0]!.objectType, property, some, hubspot)));
    }
  }
  return found;
}

/** By keys and addresses at once; names are not unique, so that search has to find them. */
async function find(
  objectType: string,
  property: string,
  values: readonly string[],
  hubspot: Hubspot,
): Promise<string[]> {
  const isUnique = objectType === 'contacts';
  const filters = [
    { propertyName: property, operator: 'IN', values: values.map((value) => value.toLowerCase()) },
  ];
  const answer = isUnique
    ? await hubspot.send('POST', batchReadPath('v3', objectType), {
        idProperty: property,
        properties: [property],
        inputs: values.map((id) => ({ id })),
      })
    : await hubspot.send('POST', searchPath('v3', objectType), {
        filterGroups: [{ filters }],
        properties: [property],
        limit: 200,
      });
  return resultsOf(answer).flatMap(({ id }) => id ?? []);
}

/** Asks afterwards: HubSpot answers with 204 whatever the records were. */
async function archive(objectType: string, ids: readonly string[], hubspot: Hubspot) {
  const inputs = ids.map((id) => ({ id }));
  const path = batchReadPath('v3', objectType);
  await hubspot.send('POST', path.replace(/read$/, 'archive'), { inputs });
  const still = resultsOf(await hubspot.send('POST', path, { inputs, properties: [] }));
  if (still.length > 0) throw new Error(`${still.length} are still there`);
}

function chunks(values: readonly string[]): string[][] {
  const count = Math.ceil(values.length / BATCH);
  return Array.from({ length: count }, (_, index) =>
    values.slice(index * BATCH, (index + 1) * BATCH),
  );
}
