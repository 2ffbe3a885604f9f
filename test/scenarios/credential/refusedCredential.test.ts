import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { itWithSample } from '../../support/samples';
import { renewalAnswers, staleOAuth2 } from '../../support/staleToken';
import { sandboxForTest, sentKeys, storedKeys, until } from '../../support/sandbox';
import { lineItems, oAuth2Of, serviceKeyOf, upsert } from '../../support/upsert';

const COUNT = 30;
const parameters = { options: { batchSize: 1, maxConcurrency: 3 } };

it('a grant that was revoked before the run makes the node throw with what to do', async () => {
  const sandbox = await sandboxForTest();
  const { credential, refreshToken } = oAuth2Of(sandbox);
  sandbox.oauth.revoke(refreshToken);
  const { thrown } = await upsert({ items: lineItems(3), credential });
  expect(thrown?.message).toMatch(/credential.*reconnect/is);
  expect(sandbox.log.upserts()).toEqual([]);
});

it.each(['grant', 'service key'] as const)(
  'a %s revoked amid the run loses nothing and throws nothing',
  async (kind) => {
    const sandbox = await sandboxForTest({ latency: { minMs: 10, maxMs: 20 } });
    const oauth = oAuth2Of(sandbox);
    const credential = kind === 'grant' ? oauth.credential : serviceKeyOf(sandbox);
    const running = upsert({ items: lineItems(COUNT), credential, parameters });
    await until(() => sandbox.log.upserts().length >= 10);
    if (kind === 'grant') sandbox.oauth.revoke(oauth.refreshToken);
    else sandbox.tokens.revoke(credential.data.serviceKey as string);
    const outcome = await running;
    expectAllAccounted(outcome, COUNT);
    const kept = outcome.success.map(({ json }) => json.invoice_line_key).sort();
    expect(kept).toEqual(storedKeys(sandbox));
    expect(kept.length).toBeGreaterThan(0);
    expect(failuresOf(outcome).length).toBeGreaterThan(0);
    const sent = sentKeys(sandbox);
    for (const { message, category, attempted, idValue, retryable } of failuresOf(outcome)) {
      expect(message).toMatch(/credential/i);
      expect(retryable).toBe(true);
      const wasSent = sent.includes(idValue ?? '');
      const isNotAttempted = category === 'NOT_ATTEMPTED';
      expect({ idValue, attempted, isNotAttempted }).toEqual({
        idValue,
        attempted: wasSent,
        isNotAttempted: !wasSent,
      });
    }
    expect(sandbox.log.upserts().length).toBeLessThan(COUNT);
  },
);

itWithSample(
  'thread.401.expired-token.json',
  'a key that stays expired makes the node throw with what to do',
  async (sample) => {
    hubspotAnswers({ upsert: [sample] });
    const { thrown } = await upsertToHubspot({ items: lineItems(2) });
    expect(thrown?.message).toMatch(/credential.*expired 0 second\(s\) ago.*reconnect/is);
  },
);

itWithSample(
  'oauth.400.bad-refresh-token.json',
  'a token that HubSpot does not renew makes the node throw with what to do',
  async (sample) => {
    renewalAnswers(sample, 'nobody’s');
    const heard = hubspotAnswers({});
    const { thrown } = await upsert({ items: lineItems(2), credential: staleOAuth2() });
    expect(thrown?.message).toMatch(/credential.*reconnect/is);
    expect(heard.upserts).toEqual([]);
  },
);
