import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CUSTOM_OBJECTS,
  OWNERS_SCOPE,
  STANDARD_OBJECT_TYPES,
} from '../../nodes/HubspotBatchUpsert/hubspot/objectTypes';

const specDir = process.env.HUBSPOT_SPEC_DIR;

/** One scope that HubSpot does not know blocks every install. */
(specDir ? describe : describe.skip)("HubSpot's OpenAPI files", () => {
  const files = specDir ? readdirSync(specDir).filter((file) => file.endsWith('.json')) : [];
  const texts = files.map((file) => readFileSync(join(specDir ?? '', file), 'utf8'));

  const scopes = [...STANDARD_OBJECT_TYPES, CUSTOM_OBJECTS].flatMap((type) => [
    ...type.scopes,
    ...type.readBackScopes,
    ...Object.values(type.sensitiveScopes).flat(),
  ]);

  it.each([...new Set([...scopes, OWNERS_SCOPE])])('know the scope %s', (scope) => {
    expect(texts.some((text) => text.includes(`"${scope}"`))).toBe(true);
  });
});
