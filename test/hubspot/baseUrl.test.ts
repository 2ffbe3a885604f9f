import { isHubspotsHost, parseBaseUrl } from '../../nodes/HubspotBatchUpsert/hubspot/baseUrl';

it.each([
  ['https://api.hubapi.com', 'https://api.hubapi.com'],
  [' https://api.hubapi.com/ ', 'https://api.hubapi.com'],
  ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ['https://gateway.test/hubspot//', 'https://gateway.test/hubspot'],
])('%j is usable', (given, expected) => {
  expect(parseBaseUrl(given)).toBe(expected);
});

it.each([
  ['', /must start with http/],
  [undefined, /must start with http/],
  ['api.hubapi.com', /must start with http/],
  ['ftp://api.hubapi.com', /must start with http/],
  ['file:///etc/passwd', /must start with http/],
  ['https://user@api.hubapi.com', /user name or password/],
  ['https://:secret@api.hubapi.com', /user name or password/],
  ['https://api.hubapi.com?x=1', /query or a fragment/],
  ['https://api.hubapi.com#x', /query or a fragment/],
])('%j is refused with what to do', (given, reason) => {
  expect(() => parseBaseUrl(given)).toThrow(reason);
});

it.each([
  ['https://api.hubapi.com', true],
  ['https://api-eu1.hubapi.com/path', true],
  ['https://hubapi.com', true],
  ['https://nothubapi.com', false],
  ['https://hubapi.com.example', false],
  ['http://127.0.0.1:3000/hubapi.com', false],
])('%s is an address of HubSpot itself: %p', (baseUrl, own) => {
  expect(isHubspotsHost(baseUrl)).toBe(own);
});
