import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest, storedKeys, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const COUNT = 120;
const FAULTS: FaultAction[] = [
  { kind: 'status', status: 400 },
  { kind: 'status', status: 409 },
  { kind: 'status', status: 413 },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 500, when: 'after' },
  { kind: 'status', status: 503 },
  { kind: 'html' },
  { kind: 'emptyBody', when: 'before' },
  { kind: 'silentNoop' },
  { kind: 'reset', when: 'before' },
  { kind: 'reset', when: 'after' },
  { kind: 'halfBody' },
  { kind: 'dropTraceIds' },
  { kind: 'dropResults', count: 3 },
  { kind: 'duplicateResults' },
  { kind: 'foreignResults', count: 2 },
  { kind: 'changeCase' },
  { kind: 'extraErrors', count: 2 },
  { kind: 'batchStatus', status: 'PENDING' },
];

it.each([1, 2, 3, 4, 5, 6])(
  'whatever HubSpot answers, what the outputs say is true (seed %i)',
  async (seed) => {
    const sandbox = await sandboxForTest();
    sandbox.faults.random({ seed, rate: 0.6, do: FAULTS, match: { path: UPSERT } });
    const outcome = await upsert({
      items: lineItems(COUNT),
      credential: serviceKeyOf(sandbox),
      parameters: { options: { batchSize: 6, maxRetries: 0 } },
    });
    expectAllAccounted(outcome, COUNT);
    const held = new Set(storedKeys(sandbox));
    const sent = new Set(sandbox.log.upserts().flatMap(({ inputIds }) => inputIds));
    for (const { idValue, id } of writtenOf(outcome)) {
      const record = sandbox.store.find('line_items', 'invoice_line_key', idValue);
      expect({ idValue, id: record?.id }).toEqual({ idValue, id });
    }
    for (const { idValue, attempted, category } of failuresOf(outcome)) {
      const key = idValue ?? '';
      if (!attempted) expect({ key, held: held.has(key) }).toEqual({ key, held: false });
      expect({ key, attempted }).toEqual({ key, attempted: sent.has(key) });
      expect({ key, category: category === 'NOT_ATTEMPTED' }).toEqual({
        key,
        category: !attempted,
      });
    }
    expect(outcome.success.length).toBeGreaterThan(0);
    expect(outcome.error.length).toBeGreaterThan(0);
  },
  30_000,
);
