import { allCreated, hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { expectAllAccounted, failuresOf, writtenKeys } from '../../support/accounted';
import { lineItems } from '../../support/upsert';

const TOO_LARGE = { status: 413, body: '<html>Request Entity Too Large</html>' };

it('a batch that is too large is halved, whatever it holds', async () => {
  const heard = hubspotAnswers({ upsert: [TOO_LARGE, allCreated] });
  const outcome = await upsertToHubspot({ items: lineItems(10) });
  expectAllAccounted(outcome, 10);
  expect(outcome.success).toHaveLength(10);
  expect(heard.upserts.map((batch) => batch.length)).toEqual([10, 5, 5]);
});

it('one record that is too large by itself leaves on Error', async () => {
  hubspotAnswers({
    upsert: [(inputs) => (inputs.some(({ id }) => id === 'K-1') ? TOO_LARGE : allCreated(inputs))],
  });
  const outcome = await upsertToHubspot({ items: lineItems(4) });
  expectAllAccounted(outcome, 4);
  expect(writtenKeys(outcome)).toEqual(['K-0', 'K-2', 'K-3']);
  expect(failuresOf(outcome)).toMatchObject([{ idValue: 'K-1', httpStatus: 413 }]);
});
