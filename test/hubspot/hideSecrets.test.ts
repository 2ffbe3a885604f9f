import { hideSecrets } from '../../nodes/HubspotBatchUpsert/hubspot/hideSecrets';

it.each([
  ['Authorization: Bearer abc.DEF-123_456=', 'Authorization: (hidden)'],
  ['key pat-na1-0a1b2c3d-ffff-4444 refused', 'key (hidden) refused'],
  ['PAT-EU1-ABC', '(hidden)'],
])('%j is blotted out wherever it stands', (secret, hidden) => {
  expect(hideSecrets({ message: secret, errors: [{ context: { a: [secret] } }] })).toEqual({
    message: hidden,
    errors: [{ context: { a: [hidden] } }],
  });
});

it('what holds no secret is handed on as it is', () => {
  const error = { message: 'The bearer of this pattern', context: undefined };
  expect(hideSecrets(error)).toBe(error);
  expect(hideSecrets(undefined)).toBeUndefined();
});
