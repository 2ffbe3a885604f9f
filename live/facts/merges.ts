import { batchReadPath } from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import {
  mergedIdProperties,
  mergedIds,
} from '../../nodes/HubspotBatchUpsert/hubspot/mergedRecords';
import { resultsOf, written } from '../account/answers';
import type { Answer } from '../account/hubspot';
import { mustBe, oneOf, type Fact, type Trial } from './fact';
import { once } from './once';

/** What HubSpot does with the ids of contacts that were merged. */
export const MERGES: Fact[] = [
  {
    name: 'a read by the ids of two contacts that were merged',
    claim: 'It returns what they were merged into, with their ids',
    try: async (trial) => {
      const { id, old } = await mergedContacts(trial);
      const answer = await trial.hubspot.send('POST', batchReadPath('v3', 'contacts'), {
        properties: mergedIdProperties('contacts'),
        inputs: old.map((each) => ({ id: each })),
      });
      const results = resultsOf(answer);
      const isFound = results.length > 0 && results.every((result) => result.id === id);
      const listed = new Set(results.flatMap(mergedIds));
      const isListed = old.every((each) => each === id || listed.has(each));
      const seen = `${results.length} result(s) ${isFound ? 'of the merged contact' : 'of other records'}, ${isListed ? 'with' : 'without'} the old ids`;
      return mustBe(isFound && isListed, seen, answer);
    },
  },
  {
    name: 'an update by the id of a contact that was merged',
    claim: 'The merged contact is updated, or none is found',
    try: async (trial) => {
      const { id, old } = await mergedContacts(trial);
      const answer = await update(trial, [old.at(-1)!]);
      const [result] = resultsOf(answer);
      const way =
        result === undefined ? isRefused(answer) && 'missing' : result.id === id ? 'now' : 'before';
      const ways = {
        now: 'the merged contact is updated, under its id of now',
        before: 'the merged contact is updated, under the id that was given',
        missing: 'it finds nothing',
      };
      return oneOf(way || undefined, ways, answer);
    },
  },
  {
    name: 'two ids of contacts that were merged in a batch',
    claim: 'Both inputs are written, or none is',
    try: async (trial) => {
      const { old } = await mergedContacts(trial);
      const answer = await update(trial, old);
      const count = resultsOf(answer).length;
      const way = count > 0 ? 'written' : isRefused(answer) && 'refused';
      const ways = {
        written: `${count} result(s)`,
        refused: `none is written, HTTP ${answer.status}`,
      };
      return oneOf(way || undefined, ways, answer);
    },
  },
];

const mergedContacts = once(async ({ workshop }: Trial) => {
  const { key, value } = workshop.names;
  const old: string[] = [];
  for (const id of [value('primary'), value('other')]) {
    const input = { id, idProperty: key, objectWriteTraceId: id, properties: { [key]: id } };
    const answer = written(await workshop.write('v3', 'upsert', 'contacts', [input]));
    old.push(resultsOf(answer)[0]!.id!);
  }
  return { id: await workshop.merge('contacts', old[0]!, old[1]!), old };
});

async function update({ workshop }: Trial, ids: readonly string[]): Promise<Answer> {
  const { text } = workshop.names;
  const inputs = ids.map((id) => ({ id, objectWriteTraceId: id, properties: { [text]: id } }));
  return await workshop.write('v3', 'update', 'contacts', inputs);
}

function isRefused({ status }: Answer): boolean {
  return status >= 400 || status === 207;
}
