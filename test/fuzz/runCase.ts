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
import { putOthers } from './cases/otherRecords';
import { pairsOptionsOf } from './cases/pairsAccount';
import type { Row } from './cases/rows';
import { linksIn, otherRecordsIn, type Link, type OtherRecords } from './links';
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
    if (associating) putOthers(sandbox, target, putOld(sandbox, given));
    const others = otherRecordsIn(sandbox, given);
    const linksBefore = linksIn(sandbox, given);
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
      links: linksIn(sandbox, given),
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

/** Records that no item writes to, and that are associated before the run. */
function putOld({ store }: Sandbox, { target, associating }: FuzzCase): string[] {
  const { objectType, idProperty } = target;
  return Array.from({ length: associating?.account.linkedBefore ?? 0 }, (_, place) => {
    const key = idProperty === 'email' ? `old${place}@other.org` : `OLD-${place}`;
    return store.put(objectType, { [idProperty]: key });
  });
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

function connect(sandbox: Sandbox, { authentication, isTokenStale }: FuzzCase) {
  if (authentication === 'serviceKey') {
    const credential = serviceKeyOf(sandbox);
    return { credential, secrets: [credential.data.serviceKey as string] };
  }
  const { credential, accessToken, refreshToken } = oAuth2Of(sandbox);
  if (isTokenStale) sandbox.oauth.expireAccessTokens();
  return { credential, secrets: [accessToken, refreshToken, sandbox.oauth.clientSecret] };
}
