import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { READ, sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';
import { virtualTime } from '../../support/enginesVirtualTime';

virtualTime();

const parameters = { options: { timeout: 1, maxRetries: 0 } };

it('a request without a response in time ends, and the read-back tells what became of it', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT, nth: 1 }, do: { kind: 'hang', when: 'after' } });
  const outcome = await upsert({
    items: lineItems(3),
    credential: serviceKeyOf(sandbox),
    parameters,
  });
  expectAllAccounted(outcome, 3);
  expect(writtenOf(outcome)).toMatchObject([
    { outcome: 'written', idValue: 'K-0', properties: { name: 'Row 0', price: '0' } },
    { outcome: 'written', idValue: 'K-1' },
    { outcome: 'written', idValue: 'K-2' },
  ]);
  expect(sandbox.log.of('read')).toHaveLength(1);
});

it('where HubSpot holds nothing, or cannot be asked, the items leave on Error', async () => {
  const sandbox = await sandboxForTest();
  const options = { ...parameters.options, batchSize: 1, maxConcurrency: 2 };
  sandbox.faults.add({ match: { path: UPSERT }, do: { kind: 'hang', when: 'before' } });
  sandbox.faults.add({ match: { path: READ, nth: 2 }, do: { kind: 'status', status: 400 } });
  const outcome = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox),
    parameters: { options },
  });
  expectAllAccounted(outcome, 2);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'TIMEOUT', httpStatus: null, retryable: true, attempted: true, stage: 'upsert' },
    { category: 'TIMEOUT', httpStatus: null, retryable: true, attempted: true, stage: 'upsert' },
  ]);
});

it('a response that drips is given up as well', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: UPSERT, nth: 1 },
    do: { kind: 'drip', bytesPerSecond: 100 },
  });
  const outcome = await upsert({
    items: lineItems(3),
    credential: serviceKeyOf(sandbox),
    parameters,
  });
  expectAllAccounted(outcome, 3);
  expect(writtenOf(outcome).map(({ outcome }) => outcome)).toEqual([
    'written',
    'written',
    'written',
  ]);
});

it('an endless response does not fill the memory', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT, nth: 1 }, do: { kind: 'gzipBomb', megabytes: 200 } });
  const outcome = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { maxRetries: 0 } },
  });
  expectAllAccounted(outcome, 2);
  expect(writtenOf(outcome).map(({ outcome }) => outcome)).toEqual(['written', 'written']);
});
