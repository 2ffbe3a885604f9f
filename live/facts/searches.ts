import { setTimeout as pause } from 'node:timers/promises';
import { searchPath } from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import { resultsOf } from '../account/answers';
import { CannotTry, type Answer } from '../account/hubspot';
import { mustBe, oneOf, type Fact, type Trial } from './fact';
import { once } from './once';

/** When search sees a new record, and in which letters it wants values. */
export const SEARCHES: Fact[] = [
  {
    name: 'a new record in a search',
    claim: 'It is found after some seconds',
    try: async (trial) => {
      const { answer, seconds } = await untilFound(trial);
      const found = resultsOf(answer).length > 0;
      return mustBe(found, `${found ? 'found' : 'not found'} after ${seconds} s`, answer);
    },
  },
  {
    name: 'IN with capitals in a search',
    claim: 'It finds text, or does not: HubSpot asks for small letters',
    try: async (trial) => {
      const { answer, value } = await untilFound(trial);
      if (resultsOf(answer).length === 0) throw new CannotTry('search did not find the record');
      const again = await search(trial, value.toUpperCase());
      const way = again.status >= 300 ? undefined : resultsOf(again).length > 0 ? 'yes' : 'no';
      return oneOf(way, { yes: 'it finds the record', no: 'it finds nothing' }, again);
    },
  },
];

const untilFound = once(async (trial: Trial) => {
  const { workshop, patience } = trial;
  const { key, text } = workshop.names;
  const value = workshop.names.value('search');
  await workshop.write('v3', 'upsert', 'contacts', [
    { id: value, idProperty: key, objectWriteTraceId: 'one', properties: { [text]: value } },
  ]);
  const startedAt = Date.now();
  let answer = await search(trial, value);
  for (let time = 1; time < patience.times && resultsOf(answer).length === 0; time += 1) {
    await pause(patience.pauseMs);
    answer = await search(trial, value);
  }
  return { answer, value, seconds: Math.round((Date.now() - startedAt) / 1_000) };
});

async function search({ hubspot, workshop }: Trial, value: string): Promise<Answer> {
  const { text } = workshop.names;
  return await hubspot.send('POST', searchPath('v3', 'contacts'), {
    filterGroups: [{ filters: [{ propertyName: text, operator: 'IN', values: [value] }] }],
    properties: [text],
    sorts: [],
    limit: 10,
    after: '0',
  });
}
