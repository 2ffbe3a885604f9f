import { toHttpResponse, toResponseHeaders } from '../../nodes/HubspotBatchUpsert/http/response';
import { NO_ERROR, parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';

const error = { category: 'VALIDATION_ERROR', message: 'no' };

it('a body of JSON is parsed, and not kept as text', () => {
  expect(toHttpResponse(200, { server: 'x' }, '{"results":[]}')).toEqual({
    kind: 'response',
    timesInARow: 1,
    status: 200,
    headers: { server: 'x' },
    json: { results: [] },
    text: '',
    isFromHubspot: false,
    error: NO_ERROR,
  });
});

it('a refusal’s error is read with it', () => {
  expect(toHttpResponse(400, {}, JSON.stringify(error)).error).toEqual(parseError(error));
});

it.each([200, 207, 299])('%i tells of no error, whatever its body says', (status) => {
  expect(toHttpResponse(status, {}, JSON.stringify(error)).error).toBe(NO_ERROR);
});

it.each(['', '<html>', '{"cut": '])(
  '%j is no JSON: it is kept as text, and says nothing',
  (body) => {
    expect(toHttpResponse(502, {}, body)).toEqual({
      kind: 'response',
      timesInARow: 1,
      status: 502,
      headers: {},
      json: undefined,
      text: body,
      isFromHubspot: false,
      error: NO_ERROR,
    });
  },
);

it.each([
  [{}, false, false],
  [{ 'x-hubspot-correlation-id': 'c' }, false, true],
  [{ 'x-request-id': 'c' }, false, false],
  [{}, true, true],
])('with the headers %j, from its host: %p, it is from HubSpot: %p', (headers, isHost, is) => {
  expect(toHttpResponse(404, headers, '', isHost).isFromHubspot).toBe(is);
});

it('of a long body that is no JSON the beginning is kept', () => {
  expect(toHttpResponse(502, {}, 'x'.repeat(501)).text).toBe('x'.repeat(500));
});

it('names of headers are in lower case, and what they hold is text', () => {
  expect(toResponseHeaders({ 'Retry-After': 5, Server: 'x' })).toEqual({
    'retry-after': '5',
    server: 'x',
  });
});
