import { Hubspot, Stopped } from '../../live/account/hubspot';
import { sandboxForTest } from '../support/sandbox';

const DETAILS = '/account-info/v3/details';

async function account(bounds: { maxRequests?: number; maxMs?: number } = {}) {
  const sandbox = await sandboxForTest();
  const key = sandbox.tokens.serviceKey();
  const hubspot = new Hubspot(
    { baseUrl: sandbox.baseUrl, key },
    { pauseMs: 0, maxRequests: 10, maxMs: 600_000, ...bounds },
  );
  return { sandbox, hubspot };
}

it('no more requests are sent than the bounds allow', async () => {
  const { sandbox, hubspot } = await account({ maxRequests: 2 });
  await hubspot.send('GET', DETAILS);
  await hubspot.send('GET', DETAILS);
  await expect(hubspot.send('GET', DETAILS)).rejects.toThrow(new Stopped('2 requests were sent'));
  expect(sandbox.log.entries).toHaveLength(2);
});

it('nothing is sent once the time is up', async () => {
  const { sandbox, hubspot } = await account({ maxMs: 0 });
  await expect(hubspot.send('GET', DETAILS)).rejects.toThrow(Stopped);
  expect(sandbox.log.entries).toEqual([]);
});

it.each([423, 429])('HTTP %i is met with the wait that HubSpot asks for', async (status) => {
  const { sandbox, hubspot } = await account();
  sandbox.faults.add({
    match: { nth: 1 },
    do: { kind: 'status', status, headers: { 'Retry-After': '0.01' } },
  });
  expect((await hubspot.send('GET', DETAILS)).status).toBe(200);
  expect(sandbox.log.entries).toHaveLength(2);
});

it('no other host gets the key', async () => {
  const { sandbox, hubspot } = await account();
  const other = await sandboxForTest();
  sandbox.faults.add({ do: { kind: 'redirect', to: `${other.baseUrl}/`, status: 302 } });
  expect((await hubspot.send('GET', DETAILS)).status).toBe(302);
  expect(other.log.entries).toEqual([]);
});
