import {
  isCompanyDomain,
  toDomain,
  withoutWww,
} from '../../nodes/HubspotBatchUpsert/values/domainKey';

it.each([
  ['example.com', 'example.com'],
  ['Example.COM', 'example.com'],
  ['https://example.com', 'example.com'],
  ['HTTPS://www.Example.com/a/b?c=d#e', 'www.example.com'],
  ['https:example.com', 'example.com'],
  ['//example.com/path', 'example.com'],
  ['http://user:secret@example.com:8080/', 'example.com'],
  ['example.com:443', 'example.com'],
  ['example.com?x', 'example.com'],
  ['example.com#x', 'example.com'],
  ['example.com.', 'example.com'],
  ['ada@example.com', 'example.com'],
  ['mailto:ada@example.com', 'example.com'],
  ['git+ssh://a.example', 'a.example'],
  ['/', '/'],
])('%s is of the domain %s', (text, domain) => {
  expect(toDomain(text)).toBe(domain);
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
