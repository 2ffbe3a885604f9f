import type { IDataObject } from 'n8n-workflow';
import type { FaultOrder } from '../../../sandbox/hubspot/faults/fault';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest, storedKeys, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const COUNT = 4;
const MAY_STILL_COME = 'An earlier request for it got no answer and may still reach HubSpot';

async function run(faults: FaultOrder[], items: IDataObject[] = lineItems(COUNT), parameters = {}) {
  const sandbox = await sandboxForTest();
  for (const { match, ...order } of faults) {
    sandbox.faults.add({ match: { path: UPSERT, ...match }, ...order });
  }
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: { options: { maxRetries: 1 }, ...parameters },
  });
  expectAllAccounted(outcome, items.length);
  return { sandbox, outcome, reads: sandbox.log.of('read').length };
}

/** The answer to the first request is lost, after the write or before it. */
const lost = (when: 'before' | 'after'): FaultOrder => ({
  match: { nth: 1 },
  do: { kind: 'status', status: 502, when, retryAfterSeconds: 0 },
});

const refused = (status: number): FaultOrder => ({ do: { kind: 'status', status } });

it.each([400, 409, 413, 422])(
  'a write whose answer was lost and whose repetitions a %i refuses is on Success',
  async (status) => {
    const { outcome, sandbox } = await run([lost('after'), refused(status)]);
    expect(storedKeys(sandbox)).toHaveLength(COUNT);
    expect(writtenOf(outcome).map(({ outcome }) => outcome)).toEqual(Array(COUNT).fill('written'));
  },
);

it.each([
  [400, false],
  [409, true],
  [413, false],
  [422, false],
])('where nothing was written the refusal by a %i stands', async (status, retryable) => {
  const { outcome, sandbox } = await run([lost('before'), refused(status)]);
  expect(storedKeys(sandbox)).toEqual([]);
  for (const failure of failuresOf(outcome)) {
    expect(failure).toMatchObject({ httpStatus: status, retryable, attempted: true });
    expect(failure.message).toContain(MAY_STILL_COME);
  }
  expect(outcome.error).toHaveLength(COUNT);
});

it.each([404, 403])('so does a fault of all, met by the repetition: %i', async (status) => {
  const { outcome, sandbox } = await run([lost('before'), refused(status)]);
  expect(storedKeys(sandbox)).toEqual([]);
  for (const { message } of failuresOf(outcome)) expect(message).toContain(MAY_STILL_COME);
  expect(outcome.error).toHaveLength(COUNT);
});

it('a refusal without a lost answer before it is the last word', async () => {
  const { outcome } = await run([refused(400)]);
  for (const { message } of failuresOf(outcome)) expect(message).not.toContain(MAY_STILL_COME);
  expect(outcome.error).toHaveLength(COUNT);
});

it('a 403 for the repetition does not take back what was written', async () => {
  const { outcome } = await run([lost('after'), refused(403)]);
  expect(outcome.success).toHaveLength(COUNT);
});

it('a record that a lost answer renamed, and that is then refused by name, is on Success', async () => {
  const items = [{ key: 'OLD', invoice_line_key: 'NEW', name: 'renamed' }];
  const { outcome, sandbox, reads } = await run([lost('after')], items, { id: '={{ $json.key }}' });
  expect(storedKeys(sandbox)).toEqual(['NEW']);
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'written', idValue: 'OLD' }]);
  expect(reads).toBe(1);
});

it('under sequence, the later item waits for a refusal that may not be the last word', async () => {
  const items = [...lineItems(1), ...lineItems(1)];
  const options = { maxRetries: 1, duplicates: 'sequence' };
  const { outcome } = await run([lost('before'), { ...refused(409), match: { nth: 2 } }], items, {
    options,
  });
  expect(failuresOf(outcome)).toMatchObject([
    { httpStatus: 409, attempted: true },
    { category: 'NOT_ATTEMPTED', attempted: false, retryable: true },
  ]);
});
