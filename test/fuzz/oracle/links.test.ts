import type { Ask } from '../cases/asks';
import type { FuzzCase } from '../cases/fuzzCase';
import { askingRow } from '../cases/filling';
import { otherId } from '../cases/otherRecords';
import type { PairsAccount } from '../cases/pairsAccount';
import { LINE_ITEMS } from '../cases/target';
import { runCase, type Evidence } from '../runCase';
import { unwritten } from './complete';
import { wronglyUnfound } from './links';
import { objectionsTo, trialOf } from './objections';
import { pairsSentTwice } from './pairRequests';

const DEAL = otherId({ objectType: 'deals' }, 0);

const ask = (key: string): Ask => ({
  toObjectType: 'deals',
  toIdProperty: 'deal_key',
  toId: key,
  label: '',
  keys: [key],
  type: { kind: 'default' },
});

const account: PairsAccount = {
  naming: 'asRecorded',
  errorStatus: 207,
  equalErrors: 'each',
  hasNumbersForIds: false,
  refuseAllFor: [],
  mostPairs: 100,
  limits: {},
  isPermissionMissing: false,
  pageSize: 500,
  defaultStands: 'first',
  linkedBefore: 0,
};

/** Item 0 asks for a deal, item 1 for one that is not there, item 2 for none. */
const asks = [[ask('D-0')], [ask('D-7')], []];

const given: FuzzCase = {
  target: LINE_ITEMS,
  rows: asks.map((own, index) =>
    askingRow(
      {
        json: { invoice_line_key: `K-${index}`, hubspotError: {} },
        key: { value: `K-${index}`, id: `K-${index}`, isRefused: false },
        cells: new Map(),
        strangers: new Map(),
        isHeld: false,
        primary: undefined,
        traceId: '',
      },
      own,
    ),
  ),
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
  onError: 'continueErrorOutput',
  authentication: 'serviceKey',
  isTokenStale: false,
  account: { echo: 'traceIds', duplicateRecords: 'written', mostInputs: 100 },
  seed: 1,
  faults: [],
  associating: { asks, account },
};

let evidence: Evidence;
beforeAll(async () => {
  evidence = await runCase(given);
});

const objections = (change: Partial<Evidence>) =>
  objectionsTo(given, { ...evidence, ...change }).join('\n');

it('finds nothing in a run that went well', () => {
  const trial = trialOf(given, evidence);
  expect(objections({})).toBe('');
  expect([...unwritten(trial), ...wronglyUnfound(trial), ...pairsSentTwice(trial)]).toEqual([]);
  expect(evidence.links).toMatchObject([{ toObjectType: 'deals', toId: DEAL }]);
});

it('finds an association that is told and not there', () => {
  expect(objections({ links: [] })).toContain(
    `item 0 tells of deals ${DEAL} "", which is not there`,
  );
});

it('finds one that an item on Success does not tell, or tells without having asked', () => {
  const [first, second] = evidence.outcome!.success;
  const hubspotOf = (item: typeof first) => item!.json.hubspot as Record<string, unknown>;
  const { associations, ...silent } = hubspotOf(first);
  const told = { ...hubspotOf(second), associations };
  for (const [success, says] of [
    [[{ ...first!, json: { ...first!.json, hubspot: silent } }, second!], 'item 0 says nothing of'],
    [[first!, { ...second!, json: { ...second!.json, hubspot: told } }], 'item 2 tells of assoc'],
  ] as const) {
    const outcome = { ...evidence.outcome!, success: success as never };
    expect(objections({ outcome })).toContain(says);
  }
});

it('finds an association that nobody asked for', () => {
  const foreign = { ...evidence.links[0]!, toId: '7' };
  expect(objections({ links: [...evidence.links, foreign] })).toContain('nobody asked for the ass');
});

it('finds an item that is said to name a record that is missing, and is not', () => {
  const others = () => DEAL;
  expect(objections({ others })).toContain('item 1 says that HubSpot has no record d-7');
  const trial = trialOf(given, { ...evidence, others });
  expect(wronglyUnfound(trial).join()).toContain('item 1 names nothing wrong');
});

it('finds an item on Error that has all its associations', () => {
  const { success, error } = evidence.outcome!;
  const hubspotError = {
    ...(error[0]!.json.hubspotError as object),
    category: 'INVALID_VALUE',
    stage: 'associate',
    attempted: true,
    objectWriteTraceId: (success[0]!.json.hubspot as { objectWriteTraceId: string })
      .objectWriteTraceId,
  };
  const moved = { ...success[0]!, json: { ...success[0]!.json, hubspotError } };
  const outcome = { ...evidence.outcome!, success: success.slice(1), error: [moved, ...error] };
  expect(objections({ outcome })).toContain('item 0 is on Error and has all associations');
  expect(unwritten(trialOf(given, { ...evidence, outcome })).join()).toContain(
    'item 0 can be associated and is not',
  );
});

it('finds pairs that are sent again, and more requests than there is a cause for', () => {
  const again = evidence.log.filter(({ operation }) => operation === 'associate');
  const log = [...evidence.log, ...again];
  expect(objections({ log })).toContain('2 requests for associate, 1 at most');
  expect(pairsSentTwice(trialOf(given, { ...evidence, log }))).toHaveLength(1);
});
