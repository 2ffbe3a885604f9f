import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { allCreated, hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { itWithSample } from '../../support/samples';
import { lineItems } from '../../support/upsert';

itWithSample(
  'docs.429.daily.json',
  'the run ends without a throw and without repetition',
  async (sample) => {
    const heard = hubspotAnswers({ upsert: [sample] });
    const outcome = await upsertToHubspot({
      items: lineItems(3),
      parameters: { options: { batchSize: 1, maxConcurrency: 1, maxRetries: 5 } },
    });
    expectAllAccounted(outcome, 3);
    expect(heard.upserts).toHaveLength(1);
    expect(failuresOf(outcome)).toMatchObject([
      {
        category: 'RATE_LIMIT',
        message: 'You have reached your daily limit.',
        httpStatus: 429,
        correlationId: 'c033cdaa-2c40-4a64-ae48-b4cec88dad24',
        retryable: true,
        attempted: true,
      },
      { category: 'NOT_ATTEMPTED', attempted: false, retryable: true },
      { category: 'NOT_ATTEMPTED', attempted: false, retryable: true },
    ]);
  },
);

itWithSample(
  'observed.429.ten-secondly-rolling.json',
  'the request is repeated when the window is over',
  async (sample) => {
    const headers = { 'X-HubSpot-RateLimit-Interval-Milliseconds': '100' };
    const heard = hubspotAnswers({ upsert: [{ ...sample, headers }, allCreated] });
    const outcome = await upsertToHubspot({
      items: lineItems(2),
      parameters: { options: { maxRetries: 1 } },
    });
    expectAllAccounted(outcome, 2);
    expect(outcome.success).toHaveLength(2);
    expect(heard.upserts).toHaveLength(2);
  },
);
