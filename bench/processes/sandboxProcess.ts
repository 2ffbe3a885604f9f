import { setMaxListeners } from 'node:events';
import type { RateLimit } from '../../sandbox/hubspot/limits/rateLimit';
import type { Latency } from '../../sandbox/hubspot/options';
import { startSandbox, type Sandbox } from '../../sandbox/hubspot/sandbox';
import {
  DEAL_KEY,
  DEALS,
  ID_PROPERTY,
  OBJECT_TYPE,
  SERIAL_PROPERTY,
  TAKEN_SERIAL,
  dealOf,
  lineItem,
} from '../lineItems';
import { answerQuestions } from './conversation';

export type SandboxQuestion =
  | { do: 'open'; rateLimit: RateLimit; latency: Latency }
  | { do: 'newServiceKey' | 'forgetCalls' | 'report' };

/** Where the account is. */
export interface Address {
  baseUrl: string;
  serviceKey: string;
}

/** What the account has seen. */
export interface AccountReport {
  /** In the order of arrival, each with its time in ms. */
  calls: Array<{ operation: string; status: number | null; at: number }>;
  /** Writes to a record that had been written already. */
  duplicateWrites: number;
  /** Every record that the run has left. */
  stored: StoredRecord[];
  /** `idProperty` of each record that is associated with a deal, and the deal's key. */
  associated: Array<[id: string, deal: string]>;
}

/** A record by its `idProperty`. */
export interface StoredRecord {
  key: string;
  name: string;
  recordId: string;
}

/** Each question has its part of it. */
export interface SandboxReply {
  address?: Address;
  serviceKey?: string;
  report?: AccountReport;
}

const SEED = 4;

/** As what the ways keep the rows: the built-in HubSpot node knows no line items. */
const KEPT_AS = [OBJECT_TYPE, 'contacts'];

// Every request that waits for its latency listens for the sandbox's end.
setMaxListeners(0);

let sandbox: Sandbox | undefined;

async function open({ rateLimit, latency }: Extract<SandboxQuestion, { do: 'open' }>) {
  sandbox = await startSandbox({ seed: SEED, rateLimit, latency, logBodies: false });
  const { store, tokens, baseUrl } = sandbox;
  for (const name of Object.keys(lineItem(0))) store.addProperty('contacts', { name });
  for (const objectType of KEPT_AS) {
    store.addProperty(objectType, { name: SERIAL_PROPERTY, hasUniqueValue: true });
    store.put(objectType, { [SERIAL_PROPERTY]: TAKEN_SERIAL });
  }
  store.addProperty('deals', { name: DEAL_KEY, hasUniqueValue: true });
  for (let deal = 0; deal < DEALS; deal += 1) store.put('deals', { [DEAL_KEY]: dealOf(deal) });
  return { baseUrl, serviceKey: tokens.serviceKey() };
}

function report({ store, log }: Sandbox): AccountReport {
  const writes = log.entries.flatMap(({ written }) => written);
  return {
    calls: log.entries.map(({ operation = '', status, at }) => ({ operation, status, at })),
    duplicateWrites: writes.length - new Set(writes).size,
    stored: KEPT_AS.flatMap((objectType) => store.records(objectType)).flatMap(
      ({ id, properties: { [ID_PROPERTY]: key, name = '' } }) =>
        key === undefined ? [] : [{ key, name, recordId: id }],
    ),
    associated: associatedIn(store),
  };
}

function associatedIn(store: Sandbox['store']): AccountReport['associated'] {
  const keys = (objectType: string, property: string) =>
    new Map(
      store.records(objectType).map(({ id, properties }) => [id, properties[property] ?? '']),
    );
  const lines = keys(OBJECT_TYPE, ID_PROPERTY);
  const deals = keys('deals', DEAL_KEY);
  return store.associations
    .all(OBJECT_TYPE, 'deals')
    .map(({ fromId, toId }) => [lines.get(fromId) ?? '', deals.get(toId) ?? '']);
}

answerQuestions<SandboxQuestion, SandboxReply>(async (question) => {
  if (question.do === 'open') return { address: await open(question) };
  if (sandbox === undefined) throw new Error('The sandbox was never opened');
  if (question.do === 'newServiceKey') return { serviceKey: sandbox.tokens.serviceKey() };
  if (question.do === 'report') return { report: report(sandbox) };
  sandbox.log.clear();
  return {};
});
