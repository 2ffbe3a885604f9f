import type { ApiVersion } from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import { resultsOf, type Result } from '../account/answers';
import { CannotTry, type Answer } from '../account/hubspot';
import { mustBe, oneOf, type Fact, type Trial } from './fact';
import { once } from './once';
import { VERSIONS } from './versions';

/** Which of HubSpot's results hold what tells records apart (facts: recorded answers, docs). */
export const ECHOES: Fact[] = VERSIONS.flatMap((version) => {
  const upserts = once((trial: Trial) => upsertTwice(version, trial));
  return [
    ...(['created', 'updated'] as const).flatMap((kind): Fact[] => [
      {
        name: `trace ids in results of records that an upsert ${kind}, ${version}`,
        claim:
          version === '2026-09'
            ? 'Results hold the objectWriteTraceId of their inputs'
            : 'Results may or may not hold the objectWriteTraceId of their inputs',
        try: async (trial) => {
          const answer = (await upserts(trial))[kind];
          const way = tracesIn(resultsOf(answer));
          return version === '2026-09'
            ? mustBe(way === 'all', TRACES[way], answer)
            : oneOf(way === 'some' ? undefined : way, TRACES, answer);
        },
      },
      {
        name: `keys in results of records that an upsert ${kind}, ${version}`,
        claim: 'Results may or may not hold the key, where it was not among the properties',
        try: async (trial) => {
          const answer = (await upserts(trial))[kind];
          const { key } = trial.workshop.names;
          const withKey = resultsOf(answer).filter(({ properties }) => properties?.[key]);
          const way =
            withKey.length === 2 ? 'present' : withKey.length === 0 ? 'absent' : undefined;
          return oneOf(way, { present: 'results hold the key', absent: 'no result does' }, answer);
        },
      },
      {
        name: `new says of records that an upsert ${kind} them, ${version}`,
        claim: '`new` is true where a record was created, and false where it was there',
        try: async (trial) => {
          const answer = (await upserts(trial))[kind];
          const values = resultsOf(answer).map((result) => result.new);
          const holds = values.every((value) => value === (kind === 'created'));
          return mustBe(holds, `new is ${values.join(', ')}`, answer);
        },
      },
    ]),
    {
      name: `a key that is sent among the properties, ${version}`,
      claim: 'It comes back in the result',
      try: async ({ workshop }) => {
        const { key } = workshop.names;
        const id = workshop.names.value('along');
        const answer = await workshop.write(version, 'upsert', 'contacts', [
          { id, idProperty: key, objectWriteTraceId: 'along', properties: { [key]: id } },
        ]);
        const [result] = resultsOf(answer);
        if (result === undefined) throw new CannotTry(`no result, HTTP ${answer.status}`);
        const value = result.properties?.[key];
        return mustBe(value === id, value === id ? 'it comes back' : 'it does not', answer);
      },
    },
    ...(['create', 'update'] as const).map((operation): Fact => ({
      name: `trace ids in results of batch/${operation}, ${version}`,
      claim: 'Results may or may not hold the objectWriteTraceId of their inputs',
      try: async (trial) => {
        const answer = await createOrUpdate(version, operation, trial);
        const way = tracesIn(resultsOf(answer));
        return oneOf(way === 'some' ? undefined : way, TRACES, answer);
      },
    })),
  ];
});

const TRACES = {
  all: 'every result holds its trace id',
  none: 'no result holds a trace id',
  some: 'some results hold trace ids, some do not',
};

function tracesIn(results: readonly Result[]): keyof typeof TRACES {
  const traced = results.filter(({ objectWriteTraceId }) => objectWriteTraceId !== undefined);
  if (traced.length === 0) return 'none';
  return traced.length === results.length ? 'all' : 'some';
}

/** The same two records twice, without their keys among the properties. */
async function upsertTwice(
  version: ApiVersion,
  { workshop }: Trial,
): Promise<Record<'created' | 'updated', Answer>> {
  const { key, text, value } = workshop.names;
  const ids = [value('twice'), value('twice')];
  const write = async (content: string) => {
    const inputs = ids.map((id, index) => ({
      id,
      idProperty: key,
      objectWriteTraceId: `twice-${index}`,
      properties: { [text]: content },
    }));
    const answer = await workshop.write(version, 'upsert', 'contacts', inputs);
    if (resultsOf(answer).length === 2) return answer;
    throw new CannotTry(`not two results, HTTP ${answer.status}`);
  };
  return { created: await write('first'), updated: await write('second') };
}

async function createOrUpdate(
  version: ApiVersion,
  operation: 'create' | 'update',
  { workshop }: Trial,
): Promise<Answer> {
  const { key, text, value } = workshop.names;
  const id = value(operation);
  const properties = { [key]: id, [text]: 'first' };
  const created = await workshop.write(version, 'create', 'contacts', [
    { properties, objectWriteTraceId: 'one', associations: [] },
  ]);
  const [result] = resultsOf(created);
  if (result?.id === undefined) throw new CannotTry(`no result, HTTP ${created.status}`);
  if (operation === 'create') return created;
  const updated = await workshop.write(version, 'update', 'contacts', [
    { id: result.id, properties: { [text]: 'second' }, objectWriteTraceId: 'one' },
  ]);
  if (resultsOf(updated).length === 1) return updated;
  throw new CannotTry(`no result, HTTP ${updated.status}`);
}
