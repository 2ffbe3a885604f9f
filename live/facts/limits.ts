import {
  batchReadPath,
  propertiesPath,
  searchPath,
} from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import { messageOf, resultsOf } from '../account/answers';
import type { Answer } from '../account/hubspot';
import type { Input, Workshop } from '../account/workshop';
import { mustBe, NOBODY, oneOf, type Fact, type Trial } from './fact';

const MAX = 100;
const WITH_HISTORY = 50;

/** How much HubSpot takes at a time, which keys it takes, and what it tells of its limits. */
export const LIMITS: Fact[] = [
  {
    name: '101 inputs in a batch',
    claim: 'It is refused, with a sentence that tells the number',
    try: async ({ workshop }) => {
      const inputs = Array.from({ length: MAX + 1 }, () => impossible(workshop));
      const answer = await workshop.write('v3', 'upsert', 'contacts', inputs);
      return refused(answer, /maximum number of inputs supported in a batch is (\d+)/i);
    },
  },
  {
    name: '100 ids in a batch/read',
    claim: 'They are read',
    try: async (trial) => isRead(await readMissing(trial, MAX)),
  },
  {
    name: '100 ids in a batch/read with an empty list of histories',
    claim: 'They are read, or refused as with histories',
    try: async (trial) => {
      const answer = await readMissing(trial, MAX, []);
      const way = answer.status < 300 ? 'read' : answer.status === 400 ? 'refused' : undefined;
      return oneOf(way, { read: 'they are read', refused: 'they are refused' }, answer);
    },
  },
  {
    name: '50 ids in a batch/read with histories',
    claim: 'They are read',
    try: async (trial) =>
      isRead(await readMissing(trial, WITH_HISTORY, [trial.workshop.names.text])),
  },
  {
    name: '100 ids in a batch/read with histories',
    claim: 'They are refused',
    try: async (trial) => {
      const answer = await readMissing(trial, MAX, [trial.workshop.names.text]);
      return mustBe(answer.status === 400, `HTTP ${answer.status}`, answer);
    },
  },
  {
    name: 'the same id twice in a batch',
    claim: '400 "Duplicate IDs found in batch input"',
    try: async ({ workshop }) => {
      const input = impossible(workshop);
      const inputs = [input, { ...input, objectWriteTraceId: 'again' }];
      const answer = await workshop.write('v3', 'upsert', 'contacts', inputs);
      return refused(answer, /Duplicate IDs found in batch input/);
    },
  },
  ...['domain', 'hs_object_id'].map((idProperty): Fact => ({
    name: `an upsert of companies by ${idProperty}`,
    claim: 'It is refused: the property is not unique',
    try: async ({ workshop }) => {
      const name = workshop.names.value('company');
      const id = idProperty === 'domain' ? `${name}.example.com` : NOBODY;
      const answer = await workshop.write('v3', 'upsert', 'companies', [
        { id, idProperty, objectWriteTraceId: 'one', properties: { name } },
      ]);
      return mustBe(answer.status === 400, messageOf(answer) || `HTTP ${answer.status}`, answer);
    },
  })),
  {
    name: 'headers about the limits of a service key',
    claim: 'Max, Remaining and Interval-Milliseconds, and those of the day',
    try: async ({ hubspot }) => {
      const answer = await hubspot.send('GET', propertiesPath('v3', 'companies'));
      const names = limitHeaders(answer);
      const wanted = ['max', 'remaining', 'interval-milliseconds', 'daily', 'daily-remaining'];
      const holds = wanted.every((name) => names.includes(name));
      return mustBe(holds, names.join(', ') || 'none', answer);
    },
  },
  {
    name: 'headers about limits in answers to a search',
    claim: 'There are none',
    try: async ({ hubspot }) => {
      const answer = await hubspot.send('POST', searchPath('v3', 'contacts'), { limit: 1 });
      const names = limitHeaders(answer);
      return mustBe(names.length === 0, names.join(', ') || 'none', answer);
    },
  },
];

/** Nothing would be written even if HubSpot took the batch. */
function impossible({ names }: Workshop): Input {
  return {
    id: names.value('impossible'),
    idProperty: names.key,
    objectWriteTraceId: names.value('trace'),
    properties: { [names.number]: 'not a number' },
  };
}

/** Ids of nobody: how many are taken does not depend on whether they are there. */
async function readMissing(
  { hubspot, workshop }: Trial,
  count: number,
  propertiesWithHistory?: string[],
): Promise<Answer> {
  await workshop.makeProperties();
  const { names } = workshop;
  return await hubspot.send('POST', batchReadPath('v3', 'contacts'), {
    idProperty: names.key,
    properties: [names.key],
    propertiesWithHistory,
    inputs: Array.from({ length: count }, () => ({ id: names.value('nobody') })),
  });
}

function isRead(answer: Answer) {
  return mustBe(answer.status < 300, `HTTP ${answer.status}`, answer);
}

function refused(answer: Answer, words: RegExp) {
  const match = words.exec(messageOf(answer));
  const seen = match?.[0] ?? `HTTP ${answer.status}, ${resultsOf(answer).length} result(s)`;
  return mustBe(answer.status === 400 && match !== null, seen, answer);
}

const LIMIT_HEADER = 'x-hubspot-ratelimit-';

function limitHeaders({ headers }: Answer): string[] {
  return Object.keys(headers)
    .filter((name) => name.startsWith(LIMIT_HEADER) && !name.includes('secondly'))
    .map((name) => name.slice(LIMIT_HEADER.length));
}
