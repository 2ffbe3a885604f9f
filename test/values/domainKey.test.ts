import { Invalid } from '../../nodes/HubspotBatchUpsert/values/conversion';
import {
  isCompanyDomain,
  toDomain,
  toDomainKey,
  withoutWww,
} from '../../nodes/HubspotBatchUpsert/values/domainKey';

it.each([
  ['example.com', 'example.com'],
  ['Example.COM', 'example.com'],
  ['https://example.com', 'example.com'],
  ['HTTPS://www.Example.com/a/b?c=d#e', 'www.example.com'],
  ['//example.com/path', 'example.com'],
  ['http://user:secret@example.com:8080/', 'example.com'],
  ['example.com:443', 'example.com'],
  ['example.com?x', 'example.com'],
  ['example.com#x', 'example.com'],
  ['example.com.', 'example.com'],
  ['git+ssh://a.example', 'a.example'],
])('%s is of the domain %s', (text, domain) => {
  expect(toDomain(text)).toBe(domain);
});

it.each([
  'https://Example.com/a',
  'www.example.com',
  'bücher.example',
  'a.b.example',
  'пример.рф',
  'उदाहरण.भारत',
  'xn--e1afmkfd.xn--p1ai',
  'i❤.ws',
  '1und1.de',
  '163.com',
  'x.co.',
  '_sites.example.com:8080/a',
  '192.168.0.1',
  'http://255.1.20.3:8080/a',
])('%s is a key', (text) => {
  expect(toDomainKey(text)).toBe(toDomain(text));
});

it.each([
  ...['n/a', '/', 'localhost', 'www.com', 'a..b', 'two.com, three.com', 'https:example.com'],
  ...['n.a.', 'k.A.', 'n.v.t.', 'o.ä.', '-.-', '*.example.com', '100%.de', 'a\u00a0b.de'],
  ...['12.03.2024', '1.5', '3.4.2024:15', '192.168.0.256', '1.2.3.4.5', '1.2.3.', 'example.c0m'],
  ...['tel:+49.30', 'http://', 'http:/example.com', 'http:///example.com'],
])('%s is no domain, and the user is told what to write', (text) => {
  expect(toDomainKey(text)).toBeInstanceOf(Invalid);
  expect((toDomainKey(text) as Invalid).reason).toMatch(/is no domain: write one domain alone/);
});

it.each([
  'ada@example.com',
  'mailto:ada@example.com',
  'sip:ada@example.com',
  'https://ada@example.com',
  'ada:word@example.com',
])('the e-mail address in %s is called so', (text) => {
  expect((toDomainKey(text) as Invalid).reason).toMatch(/but an e-mail address/);
});

it.each([
  ['www.example.com', 'example.com'],
  ['example.com', 'example.com'],
  ['shop.www.example.com', 'shop.www.example.com'],
  ['wwwexample.com', 'wwwexample.com'],
])('%s without www. is %s', (domain, bare) => {
  expect(withoutWww(domain)).toBe(bare);
});

it.each([
  ['companies', 'domain', true],
  ['Company', 'domain', true],
  ['0-2', 'domain', true],
  ['companies', 'name', false],
  ['contacts', 'domain', false],
])('%s, %s: is it the domain of a company? %s', (objectType, property, isIt) => {
  expect(isCompanyDomain(objectType, property)).toBe(isIt);
});
