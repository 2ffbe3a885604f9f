import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { ON_ERROR } from '../../support/onError';
import { READ, sandboxForTest, storedKeys, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

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
    expect(writtenOf(outcome).map(({ idValue }) => idValue)).toEqual(['K-0', 'K-1']);
    expect(storedKeys(sandbox)).toEqual(['K-0', 'K-1']);
    expect(failuresOf(outcome).map(({ idValue }) => idValue)).toEqual(['K-2', 'K-3', 'K-4']);
    expect(failuresOf(outcome).slice(1)).toMatchObject([
      { category: 'NOT_ATTEMPTED', attempted: false },
      { category: 'NOT_ATTEMPTED', attempted: false },
    ]);
    const sent = sandbox.log.upserts().flatMap(({ inputIds }) => inputIds);
    expect(new Set(sent)).toEqual(new Set(['K-0', 'K-1', 'K-2']));
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

it('an item that was not sent is never called attempted, and the other way round', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: UPSERT, containsId: 'K-1' },
    do: { kind: 'status', status: 401 },
  });
  const outcome = await upsert({
    items: lineItems(4),
    credential: serviceKeyOf(sandbox),
    parameters: oneByOne,
  });
  const sent = sandbox.log.upserts().flatMap(({ inputIds }) => inputIds);
  for (const { idValue, attempted, category } of failuresOf(outcome)) {
    expect({ idValue, attempted }).toEqual({ idValue, attempted: sent.includes(idValue ?? '') });
    expect(category === 'NOT_ATTEMPTED').toBe(!attempted);
  }
});
