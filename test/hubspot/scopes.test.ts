import { parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';
import { requiredScopes } from '../../nodes/HubspotBatchUpsert/hubspot/scopes';

const TOKEN = 'pat-na1-0a1b2c3d-ffff-4444-8888-0123456789ab';

describe('the scopes that HubSpot requires are read', () => {
  const scopes = (...names: string[]) => ({ context: { requiredGranularScopes: names } });

  it.each([
    ['from the context', scopes('a', 'b'), ['a', 'b']],
    ['from the details', { errors: [scopes('a'), {}, scopes('b')] }, ['a', 'b']],
    ['once each', { ...scopes('a'), errors: [scopes('a', 'b')] }, ['a', 'b']],
    ['without secrets among them', scopes(TOKEN), ['(hidden)']],
    ['and nothing else is', { context: { other: ['a'] }, errors: [{}] }, []],
  ])('%s', (_, error, expected) => {
    expect(requiredScopes(parseError(error))).toEqual(expected);
  });
});
