import { hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

it('a hint tells the run in one line', async () => {
  const sandbox = await sandboxForTest();
  const { hints } = await upsert({
    items: [...lineItems(1500), ...lineItems(10), {}],
    credential: serviceKeyOf(sandbox),
  });
  expect(hints.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^1,510 written \(1,510 created\), 1 not written; 16 requests, 10 items merged into others\. Reasons.*: 1 × The record has no value/,
    ),
  ]);
});

it('what may have been written is counted apart, whatever HubSpot answered last', async () => {
  hubspotAnswers({
    upsert: [
      { status: 504, body: {} },
      { status: 423, body: {} },
    ],
  });
  const { hints } = await upsertToHubspot({
    items: lineItems(1),
    parameters: { options: { maxRetries: 1 } },
  });
  expect(hints[0]?.message).toMatch(/^0 written, 0 not written, 1 not known to be written; /);
});
