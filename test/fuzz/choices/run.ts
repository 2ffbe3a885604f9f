import type { INodeExecutionData } from 'n8n-workflow';
import type { NodeOutcome } from '../../../sandbox/engine/runNode';
import type { LogEntry } from '../../../sandbox/hubspot/log';
import type { Sandbox } from '../../../sandbox/hubspot/sandbox';
import { sandboxForTest } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';
import { associationsParameter } from '../cases/filling';
import { ENTRIES } from '../cases/fuzzCase';
import { putOthers } from '../cases/otherRecords';
import { pairsOptionsOf } from '../cases/pairsAccount';
import { linksIn, otherRecordsIn, type Link, type OtherRecords } from '../links';
import { withinTime } from '../withinTime';
import { choicesSandboxOptions } from './account';
import { SERIAL, type ChoicesCase } from './case';
import { History, type StoreEvent, type Values } from './history';
import { asOrder } from './otherWriter';

/** What a run left behind. */
export interface ChoicesEvidence {
  /** Undefined where the run did not end. */
  outcome: NodeOutcome | undefined;
  log: readonly LogEntry[];
  /** By record id. */
  before: ReadonlyMap<string, Values>;
  after: ReadonlyMap<string, Values>;
  history: readonly StoreEvent[];
  /** Which other records HubSpot had before the run. */
  others: OtherRecords;
  /** What records of the case's type were associated with before the run, and after it. */
  linksBefore: readonly Link[];
  links: readonly Link[];
}

/** An account as the case has it, with all that search will know of it. */
export async function arrange(given: ChoicesCase): Promise<{
  /** Runs the node once, in n8n's engine and virtual time. */
  run: (how: { dryRun: boolean }) => Promise<ChoicesEvidence>;
  stop: () => Promise<void>;
}> {
  const { target, account, seed, associating } = given;
  const sandbox = await sandboxForTest({
    ...choicesSandboxOptions(account),
    ...(associating && pairsOptionsOf(associating.account, target)),
    seed,
  });
  hold(sandbox, given);
  const { objectType } = target;
  const history = new History(sandbox.store, objectType, sandbox.log.entries);
  for (const write of given.others) sandbox.faults.add(asOrder(write, target, history.asOther));
  for (const order of given.faults) sandbox.faults.add(order);
  const credential = { id: `case ${(count += 1)}`, ...serviceKeyOf(sandbox) };
  const records = () =>
    new Map(sandbox.store.records(objectType).map(({ id, properties }) => [id, properties]));
  return {
    run: async ({ dryRun }) => {
      sandbox.log.clear();
      history.events.length = 0;
      const before = records();
      const others = otherRecordsIn(sandbox, given);
      const linksBefore = linksIn(sandbox, given);
      const { operation, options, rows } = given;
      const outcome = await withinTime(
        upsert({
          items: rows.map(({ json }): INodeExecutionData => ({ json })),
          credential,
          settings: { onError: 'continueErrorOutput' },
          parameters: {
            operation,
            objectType: { __rl: true, mode: 'id', value: objectType },
            idProperty: { __rl: true, mode: 'name', value: target.idProperty },
            ...(associating && { associations: associationsParameter(ENTRIES) }),
            options: { ...options, dryRun, timeout: 30 },
          },
        }),
      );
      return {
        outcome,
        log: [...sandbox.log.entries],
        before,
        after: records(),
        history: [...history.events],
        others,
        linksBefore,
        links: linksIn(sandbox, given),
      };
    },
    stop: () => sandbox.stop(),
  };
}

/** Of cases in this process: each has an account of its own. */
let count = 0;

/** Runs the node once. */
export async function runChoices(given: ChoicesCase): Promise<ChoicesEvidence> {
  const { run, stop } = await arrange(given);
  try {
    return await run({ dryRun: false });
  } finally {
    await stop();
  }
}

function hold(sandbox: Sandbox, { target, held, associating }: ChoicesCase): void {
  const { store } = sandbox;
  const { objectType } = target;
  store.addProperty(objectType, { name: SERIAL.property, hasUniqueValue: true });
  store.put(objectType, { [SERIAL.property]: SERIAL.taken }, SERIAL.owner);
  for (const { recordId, properties, furtherEmail } of held) {
    store.put(objectType, properties, recordId);
    if (furtherEmail !== undefined) store.addEmail(recordId, furtherEmail);
  }
  if (associating) {
    const linked = held.slice(0, associating.account.linkedBefore);
    putOthers(
      sandbox,
      target,
      linked.map(({ recordId }) => recordId),
    );
  }
  store.search.catchUp();
}
