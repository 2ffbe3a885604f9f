import type { FuzzCase } from '../cases/fuzzCase';
import { CONTACTS, LINE_ITEMS } from '../cases/target';
import { runCase, type Evidence } from '../runCase';
import { unwritten } from './complete';
import { objectionsTo, trialOf } from './objections';

const row = (id: string, name: string) => ({
  json: { invoice_line_key: id, name },
  key: { value: id, id, isRefused: false },
  cells: new Map([['name', { value: name, meaning: { kind: 'text', text: name } as const }]]),
  strangers: new Map(),
  isHeld: false,
  primary: undefined,
  traceId: '',
});

const noKey = {
  ...row('', ''),
  json: {},
  key: { value: undefined, id: undefined, isRefused: false },
  cells: new Map(),
};

const given: FuzzCase = {
  target: LINE_ITEMS,
  rows: [row('a', 'one'), row('b', 'two')],
  options: {
    batchSize: 100,
    duplicates: 'merge',
    emptyValues: 'ignore',
    unknownFields: 'ignore',
    maxConcurrency: 1,
    maxRetries: 0,
    output: 'inputAndRecord',
    apiVersion: 'v3',
    patience: 300,
    rateLimitShare: 100,
    timeZone: '',
  },
  filling: {
    definesBelow: false,
    computes: false,
    givesId: false,
    tracesItems: false,
    spellsFieldsOtherwise: false,
  },
  onError: 'stopWorkflow',
  authentication: 'serviceKey',
  isTokenStale: false,
  account: { echo: 'traceIds', duplicateRecords: 'written', mostInputs: 100 },
  seed: 1,
  faults: [],
};

let evidence: Evidence;
beforeAll(async () => {
  evidence = await runCase(given);
});

const withOutcome = (change: Partial<NonNullable<Evidence['outcome']>>): Evidence => ({
  ...evidence,
  outcome: { ...evidence.outcome!, ...change },
});

it('finds nothing in a run that went well', () => {
  expect(objectionsTo(given, evidence)).toEqual([]);
});

it('finds a run that did not end', () => {
  expect(objectionsTo(given, { ...evidence, outcome: undefined })).toEqual(['the run did not end']);
});

it('finds an item that was lost, doubled or out of order', () => {
  const [first, second] = evidence.outcome!.success;
  for (const success of [[first!], [first!, first!], [second!, first!]]) {
    expect(objectionsTo(given, withOutcome({ success }))).not.toEqual([]);
  }
});

it('finds a Success that HubSpot does not hold, or holds otherwise', () => {
  const after = new Map(evidence.after);
  const record = after.get('a')!;
  after.delete('a');
  expect(objectionsTo(given, { ...evidence, after })).toEqual([
    'item 0 is written, but HubSpot has no record "a"',
  ]);
  after.set('a', { ...record, properties: { ...record.properties, name: 'other' } });
  expect(objectionsTo(given, { ...evidence, after }).join()).toContain('holds name "other"');
});

it('finds a record and a value that nobody asked for', () => {
  const after = new Map(evidence.after);
  const record = after.get('a')!;
  after.set('a', { ...record, properties: { ...record.properties, price: '1' } });
  expect(objectionsTo(given, { ...evidence, after }).join()).toContain('nobody asked for price');
});

it('finds a request that was sent once too often, and one that nobody asked for', () => {
  const again = { ...evidence.log.find(({ operation }) => operation === 'upsert')!, seq: 99 };
  const log = [...evidence.log, again];
  expect(objectionsTo(given, { ...evidence, log }).join()).toContain('2 requests for upsert');
  const otherwise = [row('a', 'one'), row('b', 'otherwise')];
  expect(objectionsTo({ ...given, rows: otherwise }, evidence).join()).toContain('no item asks');
});

it('finds a trace id in the place of the one that the user gave', () => {
  const rows = given.rows.map((one) => ({ ...one, traceId: `own ${one.key.id}` }));
  expect(objectionsTo({ ...given, rows }, evidence).join()).toContain('no item asks');
});

it('finds a trace id that two records were sent with', () => {
  const rows = given.rows.map((one) => ({ ...one, traceId: 'the same' }));
  expect(objectionsTo({ ...given, rows }, evidence).join()).toContain('item 1 of 2 cannot be');
});

it('finds a secret', () => {
  const hints = [{ message: `Bearer ${evidence.secrets[0]}` }];
  expect(objectionsTo(given, withOutcome({ hints }))).toContain('a secret came out');
});

it('finds a good item that was not written', () => {
  const trial = trialOf(given, withOutcome({ success: evidence.outcome!.success.slice(0, 1) }));
  expect(unwritten(trial)).toEqual(['item 1 did not leave']);
});

it('finds a search that goes on although every record is refused', async () => {
  const fault = {
    match: { path: '/batch/upsert' },
    do: { kind: 'refusal', message: 'No' },
  } as const;
  const refused: FuzzCase = { ...given, faults: [fault], onError: 'continueErrorOutput' };
  const found = await runCase(refused);
  expect(objectionsTo(refused, found)).toEqual([]);
  const upserts = found.log.filter(({ operation }) => operation === 'upsert');
  const log = [...found.log, ...Array.from({ length: 300 }, () => upserts).flat()];
  expect(objectionsTo(refused, { ...found, log }).join()).toContain('what every record meets');
});

it('finds an item without fields that is told otherwise, or lost its binary data', async () => {
  const shape = { binary: { data: { data: 'aGk=', mimeType: 'text/plain' } } };
  const odd: FuzzCase = { ...given, rows: [...given.rows, { ...noKey, shape }] };
  const found = await runCase(odd);
  expect(objectionsTo(odd, found)).toEqual([]);
  const error = found.outcome!.error.map(({ binary: _, ...item }) => ({
    ...item,
    json: { hubspotError: { ...(item.json.hubspotError as object), category: 'INVALID_VALUE' } },
  }));
  const objections = objectionsTo(odd, { ...found, outcome: { ...found.outcome!, error } }).join();
  expect(objections).toContain('item 2 lost its binary data');
  expect(objections).toContain('not for INVALID_VALUE');
});

it('takes two addresses of a contact for one record', async () => {
  const main = 'main@example.org';
  const contact = (id: string, name: string) => ({
    ...row(id, name),
    json: { email: id, firstname: name },
    cells: new Map([
      ['firstname', { value: name, meaning: { kind: 'text', text: name } as const }],
    ]),
    isHeld: true,
    primary: main,
  });
  const rows = [contact('a@example.org', 'one'), contact('b@example.org', 'two')];
  const contacts: FuzzCase = { ...given, target: CONTACTS, rows };
  const found = await runCase(contacts);
  expect(objectionsTo(contacts, found)).toEqual([]);
  expect(found.after.get('a@example.org')).toBe(found.after.get(main));
});
