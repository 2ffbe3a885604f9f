import {
  CUSTOM_OBJECTS,
  STANDARD_OBJECT_TYPES,
} from '../../nodes/HubspotBatchUpsert/hubspot/objectTypes';
import { page, tableBelow } from './markdown';

const coded = (scopes: readonly string[]) => scopes.map((scope) => `\`${scope}\``).join(' ');

it('the scopes of each object are those that the credential asks for', () => {
  const asked = [...STANDARD_OBJECT_TYPES, CUSTOM_OBJECTS].map(
    ({ label, scopes, readBackScopes }) => [label, coded(scopes), coded(readBackScopes)],
  );
  expect(tableBelow(page('docs/credentials.md'), '## Scopes by object')).toEqual(asked);
});
