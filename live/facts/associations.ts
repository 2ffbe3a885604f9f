import { associatePath, type ApiVersion } from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import { errorsOf, messageOf, resultsOf } from '../account/answers';
import { CannotTry, type Answer } from '../account/hubspot';
import { mustBe, NOBODY, oneOf, type Fact, type Trial } from './fact';
import { once } from './once';
import { VERSIONS } from './versions';

const TYPES = { fromObjectType: 'contacts', toObjectType: 'companies' };
/** Eleven by eleven records make more than a hundred pairs. */
const RECORDS = 11;
const ONE_TOO_MANY = 101;

/** How many pairs HubSpot associates at a time, and how it tells of those that it cannot. */
export const ASSOCIATIONS: Fact[] = VERSIONS.flatMap((version): Fact[] => [
  {
    name: `101 pairs in a request, ${version}`,
    claim: 'They are associated (2,000 are documented), or refused (100 are reported)',
    try: async (trial) => {
      const answer = await associate(
        trial,
        version,
        (await allPairs(trial)).slice(0, ONE_TOO_MANY),
      );
      const count = resultsOf(answer).length;
      const way =
        count === ONE_TOO_MANY ? 'associated' : answer.status === 400 ? 'refused' : undefined;
      const ways = { associated: 'all are associated', refused: messageOf(answer) };
      return oneOf(way, ways, answer);
    },
  },
  {
    name: `a pair that is associated already, ${version}`,
    claim: 'It is associated once more, without an error',
    try: async (trial) => {
      const pairs = (await allPairs(trial)).slice(0, 1);
      await associate(trial, version, pairs);
      const answer = await associate(trial, version, pairs);
      const count = resultsOf(answer).length;
      const seen = `HTTP ${answer.status}, ${count} result(s), ${errorsOf(answer).length} error(s)`;
      return mustBe(count === 1 && errorsOf(answer).length === 0, seen, answer);
    },
  },
  {
    name: `a pair with a record that is not there, ${version}`,
    claim: 'The other pair is associated, and the error names the record, or names nothing',
    try: async (trial) => {
      const [good] = await allPairs(trial);
      const bad = { from: good!.from, to: { id: NOBODY } };
      const answer = await associate(trial, version, [good!, bad]);
      const [error] = errorsOf(answer);
      const isPart = resultsOf(answer).length === 1 && error !== undefined;
      const isNamed = JSON.stringify(error?.context ?? {}).includes(NOBODY);
      const way = !isPart ? undefined : isNamed ? 'named' : 'unnamed';
      const ways = {
        named: `HTTP ${answer.status}; the context has its id (${Object.keys(error?.context ?? {}).join(', ')})`,
        unnamed: `HTTP ${answer.status}; the context has no id`,
      };
      return oneOf(way, ways, answer);
    },
  },
]);

interface PairInput {
  from: { id: string };
  to: { id: string };
}

const allPairs = once(async ({ workshop }: Trial): Promise<PairInput[]> => {
  const { key, value } = workshop.names;
  const contacts = await workshop.write(
    'v3',
    'upsert',
    'contacts',
    Array.from({ length: RECORDS }, (_, index) => {
      const id = value('pair');
      return { id, idProperty: key, objectWriteTraceId: `c${index}`, properties: { [key]: id } };
    }),
  );
  const companies = await workshop.write(
    'v3',
    'create',
    'companies',
    Array.from({ length: RECORDS }, (_, index) => ({
      properties: { name: value('pair') },
      objectWriteTraceId: `c${index}`,
      associations: [],
    })),
  );
  const ends = [contacts, companies].map((answer) =>
    resultsOf(answer).flatMap(({ id }) => id ?? []),
  );
  if (ends.some((ids) => ids.length < RECORDS)) throw new CannotTry('not all records were written');
  return ends[0]!.flatMap((from) => ends[1]!.map((to) => ({ from: { id: from }, to: { id: to } })));
});

async function associate(
  { hubspot }: Trial,
  version: ApiVersion,
  inputs: readonly PairInput[],
): Promise<Answer> {
  return await hubspot.send('POST', associatePath(version, TYPES, true), { inputs });
}
