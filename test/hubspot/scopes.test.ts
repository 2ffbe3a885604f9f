import { parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';
import { requiredScopes, scopesToGrant } from '../../nodes/HubspotBatchUpsert/hubspot/scopes';

describe('the scopes that HubSpot requires are read', () => {
  const scopes = (...names: string[]) => ({ context: { requiredGranularScopes: names } });
  const listed = 'All of the following scopes are required: [a, b.c]';

  it.each([
    ['from the context', scopes('a', 'b'), ['a', 'b']],
    ['from the details', { errors: [scopes('a'), {}, scopes('b')] }, ['a', 'b']],
    ['under every name', { requiredScopes: ['a'], errors: [{ missingScopes: ['b'] }] }, ['a', 'b']],
    ['from the sentence', { message: `Not granted. ${listed}` }, ['a', 'b.c']],
    ['from the sentence of a detail', { errors: [{ message: listed }] }, ['a', 'b.c']],
    ['once each', { ...scopes('a'), errors: [scopes('a', 'b')] }, ['a', 'b']],
    ['and nothing else is', { context: { other: ['a'] }, errors: [{}, 5], message: 'x' }, []],
    ['from nothing where the list is empty', { message: 'following scopes are required: []' }, []],
  ])('%s', (_, error, expected) => {
    expect(requiredScopes(parseError(error))).toEqual(expected);
  });

  it.each([
    ['one', { ...scopes('a', 'b'), message: 'One or more of the following scopes are required.' }],
    ['one', { requiredScopes: ['a', 'b'] }],
    ['all', { ...scopes('a', 'b'), errors: [{ message: 'All of the following scopes …' }] }],
    ['all', { context: { missingScopes: ['a', 'b'] } }],
  ])('%s of them has to be granted: %j', (which, error) => {
    expect(scopesToGrant(parseError(error))).toBe(`${which} of these scopes: a, b`);
  });

  it('nothing has to be granted where none is named', () => {
    expect(scopesToGrant(parseError({}))).toBeUndefined();
  });
});
