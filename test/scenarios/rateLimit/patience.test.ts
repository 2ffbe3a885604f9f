import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

const ASKED_SECONDS = 8;
const COUNT = 3;

it('who is asked to wait for longer than it will ends, and others on the account wait', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: UPSERT, containsId: 'K-1', times: 1 },
    do: { kind: 'status', status: 429, retryAfterSeconds: ASKED_SECONDS },
  });
  const credential = { ...serviceKeyOf(sandbox), id: 'shared' };
  const run = (from: number, patience: number) => {
    const parameters = { options: { batchSize: 1, maxConcurrency: 1, patience } };
    return upsert({ items: lineItems(COUNT, from), credential, parameters });
  };
  const thrownBack = await run(0, 1);
  expectAllAccounted(thrownBack, COUNT);
  expect(writtenOf(thrownBack).map(({ idValue }) => idValue)).toEqual(['K-0']);
  expect(failuresOf(thrownBack)).toMatchObject([
    { idValue: 'K-1', httpStatus: 429, attempted: true, retryable: true },
    { idValue: 'K-2', category: 'NOT_ATTEMPTED', attempted: false, retryable: true },
  ]);

  const [patient, impatient] = await Promise.all([run(10, 300), run(20, 1)]);
  expectAllAccounted(patient, COUNT);
  expect(writtenOf(patient)).toHaveLength(COUNT);
  expectAllAccounted(impatient, COUNT);
  for (const failure of failuresOf(impatient)) {
    expect(failure).toMatchObject({
      category: 'NOT_ATTEMPTED',
      attempted: false,
      retryable: true,
      message: expect.stringMatching(/HubSpot asked to wait \d seconds/) as unknown,
    });
  }
  const sent = sandbox.log.upserts().flatMap(({ inputIds }) => inputIds);
  expect(sent).toEqual(['K-0', 'K-1', 'K-10', 'K-11', 'K-12']);
  const { at, seq } = sandbox.log.upserts()[1]!;
  const [next] = sandbox.log.entries.slice(seq);
  expect(next!.at - at).toBeGreaterThan(ASKED_SECONDS * 1000 - 100);
});
