import type { INodeExecutionData } from 'n8n-workflow';
import type { NodeOutcome } from '../../sandbox/engine/runNode';
import type { RecordSnapshot } from '../../sandbox/hubspot/crm/recordSnapshot';
import type { LogEntry } from '../../sandbox/hubspot/log';
import { addresses, ADDITIONAL_EMAILS } from '../../sandbox/hubspot/crm/emails';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';
import { sandboxForTest } from '../support/sandbox';
import { oAuth2Of, serviceKeyOf, upsert } from '../support/upsert';
import { sandboxOptionsOf } from './cases/account';
import { associationsParameter, parametersOf } from './cases/filling';
import { ENTRIES, type FuzzCase } from './cases/fuzzCase';
import { otherTypesOf, putOthers } from './cases/otherRecords';
import { pairsOptionsOf } from './cases/pairsAccount';
import type { Row } from './cases/rows';
import { withinTime } from './withinTime';

/** All that a run left behind: in the node's outputs, in HubSpot's log and in its store. */
export interface Evidence {
  /** Undefined where the run did not end. */
  outcome: NodeOutcome | undefined;
  log: readonly LogEntry[];
  /** By the value of idProperty, contacts by their additional addresses as well. */
  before: ReadonlyMap<string, RecordSnapshot>;
  after: ReadonlyMap<string, RecordSnapshot>;
  /** Which other records HubSpot had before the run. */
  others: OtherRecords;
  /** What the case's records were associated with before the run, and after it. */
  linksBefore: readonly Link[];
  links: readonly Link[];
  /** Everything that must not be seen anywhere. */
  secrets: readonly string[];
}

/** The record id of another record by a value of its property, as HubSpot keeps it. */
type OtherRecords = (objectType: string, property: string, value: string) => string | undefined;

/** An association of a record of the case's own type with another one. */
export interface Link {
  fromId: string;
  toObjectType: string;
  toId: string;
  /** All types that it has. */
  typeIds: readonly number[];
}

/** Runs the node in n8n's engine against a sandbox of its own, in virtual time. */
export async function runCase(given: FuzzCase): Promise<Evidence> {
  const { target, rows, options, onError, account, seed, faults, associating } = given;
  const filled = parametersOf(given.filling, target);
  const sandbox = await sandboxForTest({
    ...sandboxOptionsOf(account),
    ...(associating && pairsOptionsOf(associating.account, target)),
    seed,
  });
  try {
    for (const row of rows) if (row.isHeld) hold(sandbox, given, row);
    if (associating) putOthers(sandbox, target, associating.account.linkedBefore);
    const others = otherRecordsOf(sandbox, given);
    const linksBefore = linksOf(sandbox, given);
    const before = recordsOf(sandbox, given);
    const { credential, secrets } = connect(sandbox, given);
    for (const order of faults) sandbox.faults.add(order);
    const running = upsert({
      items: rows.map(({ json, shape }) => (shape ?? { json }) as INodeExecutionData),
      credential,
      settings: { onError },
      parameters: {
        objectType: { __rl: true, mode: 'id', value: target.objectType },
        idProperty: { __rl: true, mode: 'name', value: target.idProperty },
        id: filled.id,
        properties: filled.properties,
        ...(associating && { associations: associationsParameter(ENTRIES) }),
        options: { ...options, ...filled.options, timeout: 30 },
      },
    });
    const outcome = await withinTime(running);
    const renewed = JSON.stringify(credential.data.oauthTokenData ?? {});
    return {
      outcome,
      log: [...sandbox.log.entries],
      before,
      after: recordsOf(sandbox, given),
      others,
      linksBefore,
      links: linksOf(sandbox, given),
      secrets: [...secrets, ...(renewed.match(/CKaS[\w-]+|na1-[\w-]+/g) ?? [])],
    };
  } finally {
    await sandbox.stop();
  }
}

function hold({ store }: Sandbox, { target }: FuzzCase, { key, primary }: Row): void {
  const { objectType, idProperty, before } = target;
  const { id, isRefused } = key;
  if (id === undefined || isRefused || store.find(objectType, idProperty, id)) return;
  const put = (ownId: string) => store.put(objectType, { ...before, [idProperty]: ownId });
  if (primary === undefined || primary === id) put(id);
  else store.addEmail(store.find(objectType, idProperty, primary)?.id ?? put(primary), id);
}

function recordsOf({ store }: Sandbox, { target }: FuzzCase): Map<string, RecordSnapshot> {
  const records = store.records(target.objectType);
  return new Map(
    records.flatMap((record) => {
      const { [target.idProperty]: key = '', [ADDITIONAL_EMAILS]: further } = record.properties;
      return [key, ...addresses(further)].map((id) => [id, record] as const);
    }),
  );
}

/** As HubSpot had them when this was asked for. */
function otherRecordsOf({ store }: Sandbox, { associating }: FuzzCase): OtherRecords {
  const found = new Map<string, string>();
  const asks = associating?.asks.flat() ?? [];
  for (const { toObjectType, toIdProperty, keys = [] } of asks) {
    for (const key of keys) {
      const record = store.find(toObjectType, toIdProperty, key);
      if (record) found.set([toObjectType, toIdProperty, key].join(), record.id);
    }
  }
  return (...wanted) => found.get(wanted.join());
}

function linksOf({ store }: Sandbox, { target, associating }: FuzzCase): Link[] {
  if (associating === undefined) return [];
  return otherTypesOf(target).flatMap(({ objectType: toObjectType }) =>
    store.associations
      .all(target.objectType, toObjectType)
      .map(({ fromId, toId, typeIds }) => ({ fromId, toObjectType, toId, typeIds })),
  );
}

function connect(sandbox: Sandbox, { authentication, isTokenStale }: FuzzCase) {
  if (authentication === 'serviceKey') {
    const credential = serviceKeyOf(sandbox);
    return { credential, secrets: [credential.data.serviceKey as string] };
  }
  const { credential, accessToken, refreshToken } = oAuth2Of(sandbox);
  if (isTokenStale) sandbox.oauth.expireAccessTokens();
  return { credential, secrets: [accessToken, refreshToken, sandbox.oauth.clientSecret] };
}
