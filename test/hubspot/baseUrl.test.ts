import { runInNewContext } from 'node:vm';
import {
  baseUrlExpression,
  isHubspotsHost,
  parseBaseUrl,
} from '../../nodes/HubspotBatchUpsert/hubspot/baseUrl';

const USABLE: Array<[given: string, expected: string]> = [
  ['https://api.hubapi.com', 'https://api.hubapi.com'],
  [' https://api.hubapi.com/ ', 'https://api.hubapi.com'],
  ['HTTP://127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ['https://gateway.test/hubspot//', 'https://gateway.test/hubspot'],
  ['https://gateway.test/a//b/@c', 'https://gateway.test/a//b/@c'],
];

const UNUSABLE: Array<[given: string, reason: RegExp]> = [
  ['', /must start with http/],
  ['api.hubapi.com', /must start with http/],
  ['https:api.hubapi.com', /must start with http/],
  ['https:///api.hubapi.com', /must start with http/],
  ['https://gateway.test\\api.hubapi.com', /must start with http/],
  ['https://:@api.hubapi.com', /must start with http/],
  ['ht\ntps://api.hubapi.com', /must start with http/],
  ['ftp://api.hubapi.com', /must start with http/],
  ['file:///etc/passwd', /must start with http/],
  ['https://user@api.hubapi.com', /user name or password/],
  ['https://:secret@api.hubapi.com', /user name or password/],
  ['https://api.hubapi.com?x=1', /query or a fragment/],
  ['https://api.hubapi.com#x', /query or a fragment/],
];

/** What the expression of a credential makes of the value. */
const expressed = (given: string): unknown =>
  runInNewContext(baseUrlExpression('value'), { value: given });

it.each(USABLE)('%j is usable', (given, expected) => {
  expect(parseBaseUrl(given)).toBe(expected);
  expect(new URL(String(expressed(given))).href).toBe(new URL(expected).href);
});

it.each(UNUSABLE)('%j is refused with what to do', (given, reason) => {
  expect(() => parseBaseUrl(given)).toThrow(reason);
  expect(expressed(given)).toBe('');
});

it('no text at all is refused', () => {
  expect(() => parseBaseUrl(undefined)).toThrow(/must start with http/);
});

it.each([['/'], ['a/'], ['%2f']])(
  'a row of %j that is longer than any address is refused',
  (part) => {
    const address = `https://gateway.test/${part.repeat(5_000_000 / part.length)}x`;
    expect(() => parseBaseUrl(address)).toThrow(/no longer than 2,048 characters/);
    expect(expressed(address)).toBe('');
  },
);

it('an address of 2,048 characters is usable', () => {
  const address = `https://gateway.test/${'/'.repeat(2_027)}`;
  expect(address).toHaveLength(2_048);
  expect(parseBaseUrl(address)).toBe('https://gateway.test');
  expect(expressed(address)).toBe('https://gateway.test');
  expect(() => parseBaseUrl(`${address}/`)).toThrow(/no longer than 2,048 characters/);
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
