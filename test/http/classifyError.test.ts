import { AxiosError, AxiosHeaders, CanceledError } from 'axios';
import { NodeApiError, NodeOperationError, UserError, type JsonObject } from 'n8n-workflow';
import { classifyError } from '../../nodes/HubspotBatchUpsert/http/classifyError';
import { networkError, NODE } from '../support/n8n';

/** As n8n throws what its HTTP client met. */
const wrapped = (error: Error) => new NodeApiError(NODE, error as unknown as JsonObject);

const coded = (message: string, facts: object) => Object.assign(new Error(message), facts);

/** An error of n8n's OAuth2 client on a status of the token endpoint. */
const tokenEndpoint = (status: unknown) =>
  wrapped(coded('HTTP status', { code: 'ESTATUS', status, body: 'pat-na1-secret' }));

describe('a status that n8n threw for', () => {
  it('is HubSpot’s refusal, with its headers and its body', () => {
    const config = { headers: new AxiosHeaders() };
    const error = new AxiosError('401', 'ERR_BAD_REQUEST', config, null, {
      status: 401,
      statusText: '',
      headers: { 'Retry-After': 5 },
      config,
      data: 'body',
    });
    expect(classifyError(wrapped(error))).toEqual({
      kind: 'refused',
      status: 401,
      headers: { 'retry-after': '5' },
      body: 'body',
    });
  });

  it('is the token endpoint’s 429, which is waited for like any other', () => {
    expect(classifyError(tokenEndpoint(429))).toEqual({
      kind: 'refused',
      status: 429,
      headers: {},
      body: '',
    });
  });

  it.each([400, 503, undefined, '429'])(
    'is another one of the token endpoint (%p): no new token was to be had',
    (status) => {
      expect(classifyError(tokenEndpoint(status))).toEqual({
        kind: 'authFailed',
        sent: true,
        message: 'The access token of the credential could not be renewed.',
      });
    },
  );
});

describe('no response', () => {
  it('is told by n8n’s own error alone where older n8n hands on no cause', () => {
    const error = wrapped(coded('refused', { code: 'ECONNREFUSED' }));
    error.cause = undefined;
    expect(classifyError(error)).toMatchObject({
      kind: 'noResponse',
      code: 'ECONNREFUSED',
      sent: false,
    });
  });

  // What Node reports where something damages the answer to a request that has left.
  it.each([
    'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
    'ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR',
    'ERR_SSL_SSL/TLS_ALERT_BAD_RECORD_MAC',
  ])('because the secure connection broke, with the request perhaps done: %s', (code) => {
    expect(classifyError(wrapped(networkError(code)))).toEqual({
      kind: 'noResponse',
      reason: 'network',
      code,
      sent: true,
      message: `The connection to HubSpot broke before it answered (${code})`,
    });
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
    'because there was no connection: %s',
    (code) => {
      expect(classifyError(wrapped(networkError(code)))).toEqual({
        kind: 'noResponse',
        reason: 'network',
        code,
        sent: false,
        message: `HubSpot could not be reached (${code})`,
      });
    },
  );

  it.each([
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'HOSTNAME_MISMATCH',
    'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    'EPROTO',
  ])('because the connection would not be secure: %s', (code) => {
    expect(classifyError(wrapped(networkError(code)))).toEqual({
      kind: 'noResponse',
      reason: 'insecure',
      code,
      sent: false,
      message: `No secure connection to HubSpot could be made (${code})`,
    });
  });

  it.each(['ECONNABORTED', 'ETIMEDOUT'])('in time: %s', (code) => {
    expect(classifyError(wrapped(networkError(code)))).toEqual({
      kind: 'noResponse',
      reason: 'timeout',
      code,
      sent: true,
      message: `HubSpot did not answer in time (${code})`,
    });
  });

  it.each(['ECONNRESET', 'EPIPE', 'ERR_NETWORK'])('because the connection broke: %s', (code) => {
    expect(classifyError(wrapped(networkError(code)))).toEqual({
      kind: 'noResponse',
      reason: 'network',
      code,
      sent: true,
      message: `The connection to HubSpot broke before it answered (${code})`,
    });
  });

  it('because the execution was cancelled', () => {
    expect(classifyError(wrapped(new CanceledError()))).toEqual({
      kind: 'noResponse',
      reason: 'cancelled',
      code: 'ERR_CANCELED',
      sent: true,
      message: 'The execution was cancelled before HubSpot answered',
    });
  });

  it.each(['ENOTFOUND', 'ERR_SOCKET', 'ERR_HTTP2_STREAM'])(
    'for a code of Node’s, deep within: %s',
    (code) => {
      const error = new Error('outer', { cause: wrapped(coded('inner', { code })) });
      expect(classifyError(error)).toMatchObject({ kind: 'noResponse', code });
    },
  );

  it('is told without the error’s own text, which may quote what was sent', () => {
    const told = JSON.stringify(classifyError(wrapped(networkError('ECONNRESET'))));
    expect(told).not.toContain('pat-na1-secret');
  });
});

describe('a credential that n8n could not sign with', () => {
  const RENEWAL = 'The access token of the credential could not be renewed.';

  it.each([
    ['NodeOperationError', new NodeOperationError(NODE, 'Not connected')],
    ['UserError', new UserError('Not connected')],
  ])('is told in n8n’s words: %s', (_, error) => {
    expect(classifyError(wrapped(error))).toEqual({
      kind: 'authFailed',
      sent: false,
      message: 'Not connected',
    });
  });

  it('is told by the innermost of n8n’s errors', () => {
    const inner = new NodeOperationError(NODE, 'Not connected');
    const outer = new UserError('It failed', { cause: inner });
    expect(classifyError(outer)).toMatchObject({ message: 'Not connected' });
  });

  it('had been sent where the token had to be renewed', () => {
    const grant = wrapped(coded('invalid_grant', { code: 'EAUTH' }));
    expect(classifyError(grant)).toEqual({ kind: 'authFailed', sent: true, message: RENEWAL });
    const reconnect = new NodeOperationError(NODE, 'Please Reconnect the credential');
    expect(classifyError(reconnect)).toEqual({
      kind: 'authFailed',
      sent: true,
      message: 'Please Reconnect the credential',
    });
  });

  it.each([
    ['a code that is no network’s', coded('x', { code: 'invalid_client' })],
    ['a code behind other words', coded('x', { code: 'was ECONNRESET' })],
    ['a code with more behind it', coded('x', { code: 'ECONNRESET!' })],
    ['a number', coded('x', { code: 404 })],
    ['no code', new Error('pat-na1-secret')],
    ['no error', 'pat-na1-secret'],
    ['nothing', undefined],
  ])('is what is left: %s', (_, error) => {
    expect(classifyError(error)).toEqual({ kind: 'authFailed', sent: false, message: RENEWAL });
  });

  it('is found also where errors cause each other', () => {
    const [one, other] = [new Error('one'), new Error('other')];
    one.cause = other;
    other.cause = one;
    expect(classifyError(one)).toMatchObject({ kind: 'authFailed' });
  });
});
