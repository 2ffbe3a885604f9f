import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import { comparableId, searchedValues } from '../../nodes/HubspotBatchUpsert/values/searchedId';

const definitions = toPropertyDefinitions([
  { name: 'name', type: 'string' },
  { name: 'tier', type: 'enumeration' },
  { name: 'amount', type: 'number' },
]);
const of = (idProperty: string, known = definitions) => ({
  ...{ objectType: 'deals', idProperty, definitions: known },
});
const byDomain = { objectType: 'companies', idProperty: 'domain', definitions };

it.each([
  ['a text in lower case', of('name'), 'ACME', ['acme']],
  ['an unknown one as well', of('name', undefined), 'ACME', ['acme']],
  ['an option as it is', of('tier'), 'Gold', ['Gold']],
  ['a number as it is', of('amount'), '1E3', ['1E3']],
  ['a domain with www. without it, too', byDomain, 'www.a.example', ['a.example', 'www.a.example']],
  ['a domain without www. with it, too', byDomain, 'a.example', ['a.example', 'www.a.example']],
])('is searched: %s', (_, target, id, values) => {
  expect(searchedValues(target, id)).toEqual(values);
});

it.each([
  ['texts of either case', of('name'), ' ACME ', 'acme', true],
  ['texts', of('name'), 'acme', 'acne', false],
  ['texts that upper case alone makes alike', of('name'), 'Weiß GmbH', 'Weiss GmbH', false],
  ['ligatures and their letters', of('name'), 'Griﬃn', 'Griffin', false],
  ['options of either case', of('tier'), 'Gold', 'gold', false],
  ['domains with and without www.', byDomain, 'WWW.A.example', 'a.example', true],
  ['domains with ß and with ss', byDomain, 'straße.de', 'strasse.de', false],
  ['domains', byDomain, 'b.example', 'a.example', false],
])('%s: are they the same?', (_, target, one, other, areSame) => {
  expect(comparableId(target, one) === comparableId(target, other)).toBe(areSame);
});
