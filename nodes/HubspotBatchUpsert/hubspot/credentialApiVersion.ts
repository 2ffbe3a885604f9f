import type { INodeProperties } from 'n8n-workflow';
import type { ApiVersion } from './endpoints';

/**
 * A credential's own API version, for what n8n asks on its behalf: a credential does not see the option
 * of the node that uses it. One that was saved before there was this field counts as v3.
 */
export const CREDENTIAL_API_VERSION: INodeProperties = {
  displayName: 'API Version',
  name: 'apiVersion',
  type: 'options',
  options: [
    { name: 'V3', value: 'v3', description: 'Supported until September 2027' },
    { name: '2026-09', value: '2026-09' },
  ],
  default: 'v3',
  description:
    "Which version of HubSpot's API this credential is tested or renewed through. How records are written is an option of the node.",
};

/**
 * A path in the version that a credential names, as part of an n8n expression.
 *
 * @param value Expression of the version, e.g. `$self["apiVersion"]`.
 */
export function versionedPathExpression(
  value: string,
  pathOf: (apiVersion: ApiVersion) => string,
): string {
  return `(${value} === "2026-09" ? "${pathOf('2026-09')}" : "${pathOf('v3')}")`;
}
