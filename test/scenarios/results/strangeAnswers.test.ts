import { complete, hubspotAnswers, resultFor, upsertToHubspot } from '../../support/answers';
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

it('a trace id that looks a little like a key finds its record all the same', async () => {
  hubspotAnswers({
    upsert: [
      ([first, second]) =>
        complete([resultFor(first!)], {
          errors: [
            {
              status: 'error',
              category: 'VALIDATION_ERROR',
              message: 'no',
              context: { objectWriteTraceId: [second!.objectWriteTraceId] },
            },
          ],
        }),
    ],
  });
  const items = lineItems(2).map((item, index) => ({ ...item, trace: `pat-na${index}-anna` }));
  const options = { objectWriteTraceId: '={{ $json.trace }}' };
  const outcome = await upsertToHubspot({ items, parameters: { options } });
  expectAllAccounted(outcome, 2);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'VALIDATION_ERROR', idValue: 'K-1', objectWriteTraceId: 'pat-na1-anna' },
  ]);
});

it.each([
  ['VALIDATION_ERROR', 'error', false],
  ['CONFLICT', 'error', false],
  ['RATE_LIMITS', 'error', true],
  ['INTERNAL_ERROR', 'error', true],
  ['SOMETHING', '503', true],
  ['SOMETHING', 429, true],
  ['SOMETHING', 400, false],
])('an entry of a 207 of category %s and status %s: retryable is %s', async (...given) => {
  const [category, status, retryable] = given;
  hubspotAnswers({
    upsert: [
      ([only]) => {
        const context = { objectWriteTraceId: [only!.objectWriteTraceId] };
        const errors = [{ status, category, message: 'no', context }];
        return { ...complete([], { errors }), status: 207 };
      },
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(1) });
  expect(failuresOf(outcome)).toMatchObject([{ category, retryable, httpStatus: 207 }]);
});
