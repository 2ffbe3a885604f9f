import { expectAllAccounted, failuresOf } from '../support/accounted';
import { sandboxForTest, storedKeys, until } from '../support/sandbox';
import { lineItems, oAuth2Of, serviceKeyOf, upsert } from '../support/upsert';
import { virtualTime } from '../support/virtualTime';

virtualTime();

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

it('a service key that HubSpot does not know makes the node throw with what to do', async () => {
  const sandbox = await sandboxForTest();
  const credential = serviceKeyOf(sandbox);
  sandbox.tokens.revoke(credential.data.serviceKey as string);
  const { thrown } = await upsert({ items: lineItems(3), credential });
  expect(thrown?.message).toMatch(/credential.*service key/is);
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
    const sent = sandbox.log.upserts().flatMap(({ inputIds }) => inputIds);
    for (const { message, category, attempted, idValue } of failuresOf(outcome)) {
      expect(message).toMatch(/credential/i);
      expect({ idValue, attempted }).toEqual({ idValue, attempted: sent.includes(idValue ?? '') });
      expect({ idValue, category: category === 'NOT_ATTEMPTED' }).toEqual({
        idValue,
        category: !attempted,
      });
    }
    expect(sandbox.log.upserts().length).toBeLessThan(COUNT);
  },
);
