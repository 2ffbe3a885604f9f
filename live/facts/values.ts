import { resultsOf, type Result } from '../account/answers';
import { batchReadPath } from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import { CannotTry, type Answer } from '../account/hubspot';
import { mustBe, oneOf, type Fact, type Trial } from './fact';
import { VERSIONS } from './versions';

/** What becomes of values that are empty, of keys in other letters, and of records without any value. */
export const VALUES: Fact[] = [
  ...VERSIONS.map((version): Fact => ({
    name: `a new record with nothing but its key, ${version}`,
    claim: 'It is written, or refused for having no properties',
    try: async ({ workshop }) => {
      const answer = await workshop.write(version, 'upsert', 'contacts', [
        {
          id: workshop.names.value('bare'),
          idProperty: workshop.names.key,
          objectWriteTraceId: 'bare',
          properties: {},
        },
      ]);
      const isWritten = resultsOf(answer).length === 1;
      const isRefused = answer.status === 400 || answer.status === 207;
      const way = isWritten ? 'written' : isRefused ? 'refused' : undefined;
      return oneOf(way, { written: 'it is written', refused: 'it is refused' }, answer);
    },
  })),
  {
    name: 'an empty text as value',
    claim: 'It clears the property',
    try: (trial) => overwritten(trial, '', (value) => !value),
  },
  {
    name: 'null as value',
    claim: 'It leaves the property alone',
    try: (trial) => overwritten(trial, null, (value) => value === 'before'),
  },
  {
    name: 'keys that differ by case alone',
    claim: 'They are two records, or one',
    try: async (trial) => {
      const { workshop } = trial;
      const { key, text } = workshop.names;
      const lower = workshop.names.value('case');
      const ids = [lower, lower.toUpperCase()];
      const results: Result[] = [];
      let answer: Answer | undefined;
      for (const id of ids) {
        answer = await workshop.write('v3', 'upsert', 'contacts', [
          { id, idProperty: key, objectWriteTraceId: 'case', properties: { [text]: 'x' } },
        ]);
        results.push(...resultsOf(answer));
      }
      if (answer === undefined || results.length < 2) throw new CannotTry('not two results');
      const way = results[0]!.id === results[1]!.id ? 'one' : 'two';
      return oneOf(way, { one: 'they are one record', two: 'they are two records' }, answer);
    },
  },
];

async function overwritten(
  { workshop, hubspot }: Trial,
  value: string | null,
  isRight: (stored: string | null | undefined) => boolean,
) {
  const { key, text, number } = workshop.names;
  const id = workshop.names.value('overwritten');
  for (const content of ['before', value]) {
    const answer = await workshop.write('v3', 'upsert', 'contacts', [
      {
        id,
        idProperty: key,
        objectWriteTraceId: 'one',
        properties: { [text]: content, [number]: '7' },
      },
    ]);
    if (resultsOf(answer).length !== 1) throw new CannotTry(`no result, HTTP ${answer.status}`);
  }
  const answer = await hubspot.send('POST', batchReadPath('v3', 'contacts'), {
    idProperty: key,
    properties: [text],
    inputs: [{ id }],
  });
  const stored = resultsOf(answer)[0]?.properties?.[text];
  return mustBe(isRight(stored), `afterwards it holds ${JSON.stringify(stored ?? null)}`, answer);
}
