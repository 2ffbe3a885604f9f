import { hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { lineItems } from '../../support/upsert';

const DEEP = `${'{"a":['.repeat(20_000)}${']}'.repeat(20_000)}`;

it.each([400, 403, 429, 500])('a %i that is nested too deep is still that', async (status) => {
  const body = `{"category":"SOMETHING","message":"no","context":${DEEP}}`;
  const headers = { 'content-type': 'application/json' };
  hubspotAnswers({ upsert: [{ status, body, headers }] });
  const outcome = await upsertToHubspot({
    items: lineItems(2),
    settings: { onError: 'continueRegularOutput' },
  });
  expectAllAccounted(outcome, 2);
  for (const failure of failuresOf(outcome)) {
    expect(failure).toMatchObject({ httpStatus: status, attempted: true, category: 'SOMETHING' });
  }
});

it('what answers with strange types does not bring the run down', async () => {
  hubspotAnswers({
    upsert: [{ status: 200, body: { status: 7, results: { a: 1 }, errors: 'none' } }],
    read: [{ status: 200, body: [] }],
  });
  const outcome = await upsertToHubspot({ items: lineItems(2) });
  expectAllAccounted(outcome, 2);
  expect(failuresOf(outcome).map(({ category }) => category)).toEqual(['NO_OUTCOME', 'NO_OUTCOME']);
});
