import type { INodeExecutionData } from 'n8n-workflow';
import type { NodeOutcome } from '../../sandbox/engine/runNode';
import type { RecordSnapshot } from '../../sandbox/hubspot/crm/crm';
import type { LogEntry } from '../../sandbox/hubspot/log';
import { startSandbox, type Sandbox } from '../../sandbox/hubspot/sandbox';
import { AMPLE } from '../support/sandbox';
import { oAuth2Of, serviceKeyOf, upsert } from '../support/upsert';
import { parametersOf } from './cases/filling';
import type { FuzzCase } from './cases/fuzzCase';

/** All that a run left behind: in the node's outputs, in HubSpot's log and in its store. */
export interface Evidence {
  /** Undefined where the run did not end. */
  outcome: NodeOutcome | undefined;
  log: readonly LogEntry[];
  /** By the value of idProperty. */
  before: ReadonlyMap<string, RecordSnapshot>;
  after: ReadonlyMap<string, RecordSnapshot>;
  /** Everything that must not be seen anywhere. */
  secrets: readonly string[];
}

/** No case makes the node wait this long, be it that each of its records waits for two repetitions. */
const ENDLESS_MS = 600_000;

/** Long enough for a machine that is busy, short enough for many cases. */
const SILENCE_SECONDS = 3;

/** Runs the node in n8n's engine against a sandbox of its own. */
export async function runCase(given: FuzzCase): Promise<Evidence> {
  const { target, rows, options, onError, echoes, seed, faults } = given;
  const filled = parametersOf(given.filling, target);
  const sandbox = await startSandbox({ rateLimit: AMPLE, traceIdEcho: echoes ? 'everywhere' : 'inErrorsAlone', seed });
  try {
    for (const { key, isHeld } of rows) {
      if (isHeld && key.id !== undefined && !key.isRefused) hold(sandbox, given, key.id);
    }
    const before = recordsOf(sandbox, given);
    const { credential, secrets } = connect(sandbox, given);
    for (const order of faults) sandbox.faults.add(order);
    const running = upsert({
      items: rows.map(({ json }): INodeExecutionData => ({ json })),
      credential,
      settings: { onError },
      parameters: {
        objectType: { __rl: true, mode: 'id', value: target.objectType },
        idProperty: { __rl: true, mode: 'name', value: target.idProperty },
        id: filled.id,
        properties: filled.properties,
        options: {
          ...options,
          ...filled.options,
          timeout: hasSilence(given) ? SILENCE_SECONDS : 30,
        },
      },
    });
    const outcome = await withinTime(running);
    const renewed = JSON.stringify(credential.data.oauthTokenData ?? {});
    return {
      outcome,
      log: [...sandbox.log.entries],
      before,
      after: recordsOf(sandbox, given),
      secrets: [...secrets, ...(renewed.match(/CKaS[\w-]+|na1-[\w-]+/g) ?? [])],
    };
  } finally {
    await sandbox.stop();
  }
}

function hold(sandbox: Sandbox, { target }: FuzzCase, id: string): void {
  const { objectType, idProperty, before } = target;
  if (sandbox.store.find(objectType, idProperty, id)) return;
  sandbox.store.put(objectType, { ...before, [idProperty]: id });
}

function recordsOf({ store }: Sandbox, { target }: FuzzCase): Map<string, RecordSnapshot> {
  const records = store.records(target.objectType);
  return new Map(records.map((record) => [record.properties[target.idProperty] ?? '', record]));
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

/** Only where HubSpot falls silent does the node's time-out matter. */
export function hasSilence({ faults }: FuzzCase): boolean {
  const kinds = faults.flatMap(({ do: actions }) => actions).map(({ kind }) => kind);
  return kinds.some((kind) => kind === 'hang' || kind === 'drip');
}

async function withinTime<Result>(running: Promise<Result>): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ENDLESS_MS);
  });
  try {
    return await Promise.race([running, end]);
  } finally {
    clearTimeout(timer);
  }
}
