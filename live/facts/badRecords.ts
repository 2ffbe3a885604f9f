import type { ApiVersion } from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import { batchReadPath } from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import { errorsOf, hasCategory, messageOf, resultsOf, written } from '../account/answers';
import { CannotTry, type Answer } from '../account/hubspot';
import type { Input, Workshop } from '../account/workshop';
import { mustBe, oneOf, type Fact, type Finding, type Trial } from './fact';
import { VERSIONS } from './versions';

/** What becomes of a batch with one record that HubSpot cannot write. */
export const BAD_RECORDS: Fact[] = VERSIONS.flatMap((version): Fact[] => [
  {
    name: `a bad value in a batch with trace ids, ${version}`,
    claim: '207: the good record is written, the bad one is an error',
    try: async ({ workshop }) => {
      const answer = await sendGoodAndBad(version, workshop, true);
      const results = resultsOf(answer).length;
      const holds = answer.status === 207 && results === 1 && errorsOf(answer).length === 1;
      return mustBe(holds, `HTTP ${answer.status} with ${results} result(s)`, answer);
    },
  },
  {
    name: `how the error of a bad value names its record, ${version}`,
    claim: 'By its trace id, by its id, or not at all',
    try: async ({ workshop }) => {
      const answer = await sendGoodAndBad(version, workshop, true);
      return named(answer, 'bad');
    },
  },
  {
    name: `a bad value in a batch without trace ids, ${version}`,
    claim: '400, and nothing is written',
    try: async ({ workshop, hubspot }) => {
      const inputs = goodAndBad(workshop, false);
      const answer = await workshop.write(version, 'upsert', 'contacts', inputs);
      const read = await hubspot.send('POST', batchReadPath(version, 'contacts'), {
        idProperty: workshop.names.key,
        properties: [workshop.names.key],
        inputs: inputs.map(({ id }) => ({ id })),
      });
      const written = resultsOf(read).length;
      const seen = `HTTP ${answer.status}, ${written} written`;
      return mustBe(answer.status === 400 && written === 0, seen, answer);
    },
  },
  {
    name: `a value that another record has, with trace ids, ${version}`,
    claim: 'An error of one record in a 207, or a refusal of the whole batch',
    try: async ({ workshop }) => {
      const { key, otherKey, value } = workshop.names;
      const taken = value('taken');
      const input = (other: string, objectWriteTraceId: string): Input => ({
        id: value('conflict'),
        idProperty: key,
        objectWriteTraceId,
        properties: { [otherKey]: other },
      });
      written(await workshop.write(version, 'upsert', 'contacts', [input(taken, 'owner')]));
      const answer = await workshop.write(version, 'upsert', 'contacts', [
        input(value('free'), 'good'),
        input(taken, 'bad'),
      ]);
      return partOrWhole(answer);
    },
  },
  {
    name: `a new deal without pipeline and stage, ${version}`,
    claim:
      version === '2026-09'
        ? 'It is refused: 2026-09 insists on required properties'
        : 'It is written, or refused',
    try: async ({ workshop }) => {
      const dealname = workshop.names.value('required');
      const answer = await workshop.write(version, 'create', 'deals', [
        { properties: { dealname }, objectWriteTraceId: 'bad', associations: [] },
      ]);
      const isWritten = resultsOf(answer).length > 0;
      if (version === 'v3' && isWritten) return mustBe(true, 'it is written', answer);
      if (isWritten) return mustBe(false, 'it is written all the same', answer);
      return partOrWhole(answer);
    },
  },
  {
    name: `an update of a record that is not there, ${version}`,
    claim: 'An error in a 207, or a 404 for the batch',
    try: async ({ workshop }) => {
      const answer = await workshop.write(version, 'update', 'contacts', [
        {
          id: workshop.names.value('missing'),
          idProperty: workshop.names.key,
          objectWriteTraceId: 'bad',
          properties: { [workshop.names.text]: 'x' },
        },
      ]);
      const isIn207 = answer.status === 207 && errorsOf(answer).length > 0;
      const way = isIn207 ? 'part' : answer.status === 404 ? 'whole' : undefined;
      return oneOf(way, { part: 'an error in a 207', whole: 'a 404 for the batch' }, answer);
    },
  },
  ...[
    ['gadgets_of_nobody', 'Unable to infer object type from: gadgets_of_nobody'],
    ['2-9999', 'Invalid object or event type id: 2-9999'],
  ].map(([objectType, message]): Fact => ({
    name: `the object type ${objectType}, ${version}`,
    claim: `400 "${message}" without category${version === 'v3' ? '' : ', or an empty 404'}`,
    try: async ({ hubspot }: Trial) => {
      const answer = await hubspot.send('POST', batchReadPath(version, objectType!), {
        properties: [],
        inputs: [{ id: '1' }],
      });
      const isWorded = answer.status === 400 && messageOf(answer) === message;
      const isEmpty = version !== 'v3' && answer.status === 404 && !answer.body;
      const way = isEmpty ? 'empty' : isWorded && !hasCategory(answer) ? 'worded' : undefined;
      return oneOf(way, { worded: 'as worded', empty: 'an empty 404' }, answer);
    },
  })),
]);

function goodAndBad({ names }: Workshop, isTraced: boolean): Input[] {
  return ['good', 'bad'].map((what) => ({
    id: names.value(what),
    idProperty: names.key,
    ...(isTraced && { objectWriteTraceId: what }),
    properties: { [names.number]: what === 'good' ? '7' : 'not a number' },
  }));
}

async function sendGoodAndBad(version: ApiVersion, workshop: Workshop, isTraced: boolean) {
  return await workshop.write(version, 'upsert', 'contacts', goodAndBad(workshop, isTraced));
}

function named(answer: Answer, traceId: string): Finding {
  const [error] = errorsOf(answer);
  if (error === undefined) throw new CannotTry(`no error, HTTP ${answer.status}`);
  const traces = error.context?.objectWriteTraceId ?? error.objectWriteTraceId ?? [];
  const ways = {
    trace: 'by its trace id',
    ids: 'by its id, in context.ids',
    nobody: 'it names no record',
  };
  if (traces.includes(traceId)) return oneOf('trace', ways, answer);
  return oneOf(error.context?.ids ? 'ids' : 'nobody', ways, answer);
}

/** Is the bad record told in a 207, or is the whole batch refused? */
function partOrWhole(answer: Answer): Finding {
  const isPart = answer.status < 300 && errorsOf(answer).length > 0;
  const isWhole = [400, 409, 422].includes(answer.status);
  const way = isPart ? 'part' : isWhole ? 'whole' : undefined;
  const code = errorsOf(answer)[0]?.errors?.[0]?.code ?? errorsOf(answer)[0]?.category ?? '';
  return oneOf(
    way,
    {
      part: `an error in a ${answer.status} ${code}`.trim(),
      whole: `the whole batch is refused with ${answer.status}`,
    },
    answer,
  );
}
