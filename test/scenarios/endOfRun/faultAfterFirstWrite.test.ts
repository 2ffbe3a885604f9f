import { ExecuteContext } from 'n8n-core';
import { expectAllAccounted, failuresOf, writtenKeys } from '../../support/accounted';
import { ON_ERROR } from '../../support/onError';
import { READ, sandboxForTest, sentKeys, storedKeys, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

afterEach(() => jest.restoreAllMocks());

const oneByOne = { options: { batchSize: 1, maxConcurrency: 1, maxRetries: 0 } };

it.each(ON_ERROR)(
  'with On Error %s what was written leaves on Success and the rest on Error',
  async (_, settings) => {
    const sandbox = await sandboxForTest();
    sandbox.faults.add({
      match: { path: UPSERT, containsId: 'K-2' },
      do: { kind: 'status', status: 401 },
    });
    const outcome = await upsert({
      items: lineItems(5),
      credential: serviceKeyOf(sandbox),
      parameters: oneByOne,
      settings,
    });
    expectAllAccounted(outcome, 5);
    expect(writtenKeys(outcome)).toEqual(['K-0', 'K-1']);
    expect(storedKeys(sandbox)).toEqual(['K-0', 'K-1']);
    expect(failuresOf(outcome)).toMatchObject([
      { idValue: 'K-2', httpStatus: 401, attempted: true },
      { idValue: 'K-3', category: 'NOT_ATTEMPTED', attempted: false },
      { idValue: 'K-4', category: 'NOT_ATTEMPTED', attempted: false },
    ]);
    expect(failuresOf(outcome)[0]?.category).not.toBe('NOT_ATTEMPTED');
    expect(new Set(sentKeys(sandbox))).toEqual(new Set(['K-0', 'K-1', 'K-2']));
  },
);

it('a write whose answer was lost may have happened, so the node does not throw either', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT, nth: 1 }, do: { kind: 'reset', when: 'after' } });
  sandbox.faults.add({ match: { path: READ }, do: { kind: 'status', status: 500 } });
  sandbox.faults.add({
    match: { path: UPSERT, containsId: 'K-1' },
    do: { kind: 'status', status: 401 },
  });
  const outcome = await upsert({
    items: lineItems(3),
    credential: serviceKeyOf(sandbox),
    parameters: oneByOne,
  });
  expect(storedKeys(sandbox)).toEqual(['K-0']);
  expectAllAccounted(outcome, 3);
  expect(failuresOf(outcome)[0]).toMatchObject({ idValue: 'K-0', attempted: true });
});

it('what n8n cannot be told as a hint costs no outcome', async () => {
  const sandbox = await sandboxForTest();
  jest.spyOn(ExecuteContext.prototype, 'addExecutionHints').mockImplementation(() => {
    throw new Error('no hints today');
  });
  const outcome = await upsert({ items: lineItems(2), credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 2);
  expect(writtenKeys(outcome)).toEqual(['K-0', 'K-1']);
});
