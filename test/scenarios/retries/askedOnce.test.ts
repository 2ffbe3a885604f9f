import { hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { onlyFailureOf } from '../../support/accounted';
import { lineItems } from '../../support/upsert';

it.each([500, 503])(
  'HubSpot that was asked once is not said to answer %i each time',
  async (status) => {
    hubspotAnswers({ upsert: [{ status, body: {} }] });
    const { message } = onlyFailureOf(await upsertToHubspot({ items: lineItems(1) }));
    expect(message).toContain(`HTTP ${status}`);
    expect(message).not.toMatch(/every time|in a row/);
  },
);
