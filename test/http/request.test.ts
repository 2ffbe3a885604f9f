import { Readable } from 'node:stream';
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { connect, sendRequest } from '../../nodes/HubspotBatchUpsert/http/request';
import { n8nContext, networkError, type Answer } from '../support/n8n';
import { ok } from '../support/replies';
import { later } from '../support/scriptedHubspot';
import { inVirtualTime, pass, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const TYPE = 'hubspotBatchServiceKeyApi';
const REQUEST = { method: 'POST', path: '/crm/x', timeoutMs: 30_000 } as const;

/** What comes of one request that HubSpot answers so. */
async function sent(answer: Answer | Promise<Answer>) {
  return await inVirtualTime(sending(answer));
}

async function sending(answer: Answer | Promise<Answer>) {
  const context = n8nContext(() => answer, { credential: { baseUrl: 'https://api.hubapi.com' } });
  return await sendRequest(await connect(context, TYPE), REQUEST);
}

describe('a connection', () => {
  const connected = async (credential: IDataObject, id?: string) =>
    await connect(
      n8nContext(() => ok({}), {
        credential,
        node: id === undefined ? {} : { credentials: { [TYPE]: { id, name: 'My account' } } },
      }),
      TYPE,
    );

  it('knows where HubSpot is, and the account by the credential’s id', async () => {
    expect(await connected({ baseUrl: 'https://api.hubapi.com/' }, '17')).toMatchObject({
      credentialType: TYPE,
      baseUrl: 'https://api.hubapi.com',
      account: expect.stringMatching(`^https://api.hubapi.com ${TYPE} 17 `) as string,
      sensitiveData: [],
    });
  });

  it('does without an id', async () => {
    expect(await connected({ baseUrl: 'http://localhost:1/x' })).toMatchObject({
      account: expect.stringMatching(`^http://localhost:1/x ${TYPE} `) as string,
    });
  });

  it('knows which levels of sensitive data the credential may read', async () => {
    const sensitiveData = ['sensitive', 'highly_sensitive'];
    expect(await connected({ baseUrl: 'https://x', sensitiveData })).toMatchObject({
      sensitiveData,
    });
    expect(await connected({ baseUrl: 'https://x', sensitiveData: 'all' })).toMatchObject({
      sensitiveData: [],
    });
  });

  it('is not to be had with an unusable base URL', async () => {
    await expect(connected({ baseUrl: 'api.hubapi.com' })).rejects.toThrow(/must start with http/);
  });
});

describe('what is sent', () => {
  async function requestFor(more: object) {
    const calls: unknown[][] = [];
    const context = n8nContext(() => ok({}));
    context.helpers.httpRequestWithAuthentication = async function (...args) {
      calls.push([this, ...args]);
      return await Promise.resolve({ statusCode: 200, headers: {}, body: '{}' });
    };
    const connection = {
      context,
      credentialType: TYPE,
      baseUrl: 'https://gateway/hub',
      account: '',
      sensitiveData: [],
    };
    const request = { ...REQUEST, ...more };
    await inVirtualTime(sendRequest(connection, request));
    await inVirtualTime(sendRequest(connection, request));
    const isOf = ([self]: (typeof calls)[number]) =>
      Object.prototype.isPrototypeOf.call(context, self as object);
    expect(calls.map(isOf)).toEqual([true, true]);
    return calls.map(([, ...args]) => args);
  }

  it('goes to the path below the base URL, with query and body, signed by n8n', async () => {
    const query = { dataSensitivity: 'sensitive' };
    const body = { inputs: [] };
    const [call] = await requestFor({ query, body, timeoutMs: 5_000 });
    expect(call).toEqual([
      TYPE,
      expect.objectContaining({
        method: 'POST',
        url: 'https://gateway/hub/crm/x',
        qs: query,
        body,
        headers: { Accept: 'application/json' },
        timeout: 5_000,
      }),
      { oauth2: { tokenType: 'Bearer', includeCredentialsOnRefreshOnBody: true } },
    ]);
  });

  it('leaves a 401 to n8n, which renews the token for it, and no other status', async () => {
    const [call] = await requestFor({});
    expect(call?.[1]).toMatchObject({ ignoreHttpStatusErrors: { ignore: true, except: [401] } });
  });

  it('follows no redirect, which would take the credential elsewhere', async () => {
    const [call] = await requestFor({});
    expect(call?.[1]).toMatchObject({ disableFollowRedirect: true });
  });

  it('is put together anew each time, because n8n writes the token into it', async () => {
    const [first, second] = (await requestFor({})).map(([, options]) => options);
    expect(first).toEqual(second);
    expect(first).not.toBe(second);
    expect((first as IHttpRequestOptions).headers).not.toBe(
      (second as IHttpRequestOptions).headers,
    );
  });
});

describe('what comes back', () => {
  it.each([200, 207, 302, 400, 403, 404, 429, 500, 503])(
    'a %i is a response, with its headers and its JSON',
    async (status) => {
      const answer = { status, body: { message: 'x' }, headers: { 'X-Some': '1' } };
      expect(await sent(answer)).toMatchObject({
        kind: 'response',
        status,
        headers: { 'x-some': '1' },
        json: { message: 'x' },
      });
    },
  );

  it('a 401, for which n8n throws, is a response like any other', async () => {
    const body = { category: 'EXPIRED_AUTHENTICATION', message: 'x' };
    expect(await sent({ status: 401, body, headers: { 'X-Some': '1' } })).toMatchObject({
      kind: 'response',
      status: 401,
      headers: { 'x-some': '1' },
      error: { category: 'EXPIRED_AUTHENTICATION' },
    });
  });

  it('a connection that breaks is no response', async () => {
    expect(await sent(networkError('ECONNRESET'))).toMatchObject({
      kind: 'noResponse',
      code: 'ECONNRESET',
    });
  });

  it('a credential that n8n cannot sign with is told', async () => {
    expect(await sent(new Error('not connected'))).toMatchObject({ kind: 'authFailed' });
  });

  it.each<[unknown, object]>([
    ['{"a":1}', { json: { a: 1 } }],
    ['not found', { json: undefined, text: 'not found' }],
    [{ a: 1 }, { json: undefined, text: '' }],
    [null, { json: undefined, text: '' }],
    [undefined, { json: undefined, text: '' }],
  ])('a body that n8n hands over whole is read where it is text: %j', async (body, read) => {
    const context = n8nContext(() => ok({}));
    context.helpers.httpRequestWithAuthentication = async () =>
      await Promise.resolve({ statusCode: 200, headers: {}, body });
    const connection = {
      context,
      credentialType: TYPE,
      baseUrl: 'https://api.hubapi.com',
      account: '',
      sensitiveData: [],
    };
    expect(await inVirtualTime(sendRequest(connection, REQUEST))).toMatchObject({
      kind: 'response',
      status: 200,
      ...read,
    });
  });
});

describe('a body that does not come whole', () => {
  const silent = () => new Readable({ read: () => undefined });

  it('in time is a time-out of the request, which began before its head came', async () => {
    const { answer, give } = later();
    const startedAt = performance.now();
    const response = sending(answer);
    await pass(20_000);
    give({ status: 200, body: silent() });
    expect(await inVirtualTime(response)).toEqual({
      kind: 'noResponse',
      reason: 'timeout',
      code: 'ETIMEDOUT',
      sent: true,
      status: 200,
      message: "HubSpot's answer did not end within 30 seconds",
    });
    expect(performance.now() - startedAt).toBe(30_000);
  });

  it('is given up at once where the head came too late', async () => {
    const { answer, give } = later();
    const response = sending(answer);
    await pass(31_000);
    const startedAt = performance.now();
    give({ status: 502, body: silent() });
    expect(await inVirtualTime(response)).toMatchObject({ reason: 'timeout' });
    expect(performance.now() - startedAt).toBeLessThan(100);
  });

  it('because it broke off is no response, though a status came', async () => {
    const body = new Readable({
      read() {
        this.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
      },
    });
    expect(await sent({ status: 207, body })).toEqual({
      kind: 'noResponse',
      reason: 'network',
      code: 'ECONNRESET',
      sent: true,
      status: 207,
      message: "HubSpot's answer broke off (ECONNRESET)",
    });
  });

  it('because it is larger than 32 MB is no response', async () => {
    const body = Readable.from([Buffer.alloc(32 * 1024 * 1024 + 1)]);
    expect(await sent({ status: 200, body })).toEqual({
      kind: 'noResponse',
      reason: 'tooLarge',
      code: 'ERR_BODY_TOO_LARGE',
      sent: true,
      status: 200,
      message: "The answer is too large to be HubSpot's own",
    });
  });
});
