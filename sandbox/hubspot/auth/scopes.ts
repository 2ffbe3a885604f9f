import { MACHINE, STANDARD_OBJECT_TYPES } from '../crm/objectTypes';
import type { ObjectType } from '../crm/objectTypes';

/** What an operation does, as far as scopes are concerned. */
export type ScopeNeed =
  | 'account'
  | 'readRecords'
  | 'writeRecords'
  | 'readProperties'
  | 'readSensitiveProperties'
  | 'writeProperties'
  | 'readSchemas'
  | 'readOwners'
  | 'readPipelines';

/** Older scopes that stand for both reading and writing (HubSpot docs, "Scopes"). */
const LEGACY = new Map([
  ['tickets', 'tickets'],
  ['products', 'e-commerce'],
  ['line_items', 'e-commerce'],
]);

/**
 * The scopes of which a token needs one; none for what every token may do.
 *
 * @param type The object type that the request names, where it names a known one.
 */
export function scopesFor(need: ScopeNeed, type: ObjectType | undefined): string[] {
  if (need === 'account') return [];
  if (need === 'readSchemas') return ['crm.schemas.custom.read'];
  if (need === 'readOwners') return ['crm.objects.owners.read'];
  if (type === undefined) return [];
  const scope = type.scopeName;
  const legacy = LEGACY.get(type.name);
  const older = legacy === undefined ? [] : [legacy];
  switch (need) {
    case 'readRecords':
      return [`crm.objects.${scope}.read`, ...older];
    case 'writeRecords':
      return [`crm.objects.${scope}.write`, ...older];
    case 'readPipelines':
    case 'readProperties':
      return [`crm.schemas.${scope}.read`, `crm.objects.${scope}.read`, ...older];
    case 'readSensitiveProperties':
      return [`crm.objects.${scope}.sensitive.read.v2`];
    case 'writeProperties':
      return [`crm.schemas.${scope}.write`, ...older];
  }
}

/** Every scope that the sandbox knows. */
export function allScopes(): string[] {
  const types = [...STANDARD_OBJECT_TYPES, MACHINE];
  const needs: ScopeNeed[] = [
    'readRecords',
    'writeRecords',
    'readProperties',
    'readSensitiveProperties',
    'writeProperties',
  ];
  const granular = types.flatMap((type) => needs.flatMap((need) => scopesFor(need, type)));
  return [...new Set(['oauth', ...granular, ...scopesFor('readOwners', undefined)])];
}
