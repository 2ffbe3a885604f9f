/**
 * The hidden fields of the OAuth2 credential, as n8n expressions over its visible ones. n8n ends an
 * expression at the first two closing braces, so none of them may stand inside.
 */
import { baseUrlExpression } from './baseUrl';
import { versionedPathExpression } from './credentialApiVersion';
import { tokenPath } from './endpoints';
import { OWNERS_SCOPE, type ScopedObject } from './objectTypes';

const BASE_URL = baseUrlExpression('$self["baseUrl"]');

/**
 * The page where the user consents: HubSpot's host of the account's region (HubSpot, "Working with
 * OAuth"), or below the base URL where that is a gateway or a sandbox.
 */
export function consentPageExpression(): string {
  const isHubspot = `/^https:\\/\\/[\\w-]+\\.hubapi\\.com(:443)?$/i.test(${BASE_URL})`;
  const page =
    '$self["region"] === "eu1" ? "https://app-eu1.hubspot.com" : "https://app.hubspot.com"';
  return `={{ (${isHubspot} ? (${page}) : ${BASE_URL}) + "/oauth/authorize" }}`;
}

/** The token endpoint of the API version that the credential names. */
export function tokenEndpointExpression(): string {
  return `={{ ${BASE_URL} + ${versionedPathExpression('$self["apiVersion"]', tokenPath)} }}`;
}

/** The scopes of the chosen objects, each once, behind `oauth`, which every app must ask for. */
export function scopeExpression(objects: readonly ScopedObject[]): string {
  const plain = objects.map(({ name, scopes }) => [name, scopes] as const);
  const sensitive = objects.flatMap(({ name, sensitiveScopes }) =>
    Object.entries(sensitiveScopes).map(([level, scopes]) => [`${name} ${level}`, scopes] as const),
  );
  const chosen = [
    '["oauth"]',
    `${CHOSEN}.flatMap((name) => ${lookUp(plain, 'name')})`,
    `${CHOSEN}.flatMap((name) => $self["sensitiveData"].map((level) => name + " " + level)).flatMap((name) => ${lookUp(sensitive, 'name')})`,
  ];
  return `={{ [].concat(${chosen.join(', ')})${UNIQUE}.join(" ") }}`;
}

/**
 * What HubSpot may grant besides. As `optional_scope` it does not keep an account from connecting
 * (HubSpot, "Working with OAuth").
 */
export function optionalScopeExpression(objects: readonly ScopedObject[]): string {
  const readBack = objects.map(({ name, readBackScopes }) => [name, readBackScopes] as const);
  const chosen = `${CHOSEN}.flatMap((name) => ${lookUp(readBack, 'name')}).concat(${JSON.stringify(OWNERS_SCOPE)})${UNIQUE}`;
  return `={{ ${chosen}.map((scope, index) => (index ? "%20" : "optional_scope=") + scope).join("") }}`;
}

/** n8n's dialog of a new credential does not take over a list as a default value. */
const CHOSEN = '($self["objects"].length ? $self["objects"] : ["line_items"])';

const UNIQUE = '.filter((scope, index, all) => scope && all.indexOf(scope) === index)';

function lookUp(entries: Array<readonly [string, readonly string[]]>, key: string): string {
  return `(${JSON.stringify(Object.fromEntries(entries))})[${key}]`;
}
