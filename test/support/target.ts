import type { INodeParameters } from 'n8n-workflow';

/** The object type as the panel stores it; the value may be an expression. */
export function objectType(value: string): INodeParameters {
  return { objectType: { __rl: true, mode: 'id', value } };
}

/** The ID property as the panel stores it; the value may be an expression. */
export function idProperty(value: string): INodeParameters {
  return { idProperty: { __rl: true, mode: 'name', value } };
}

export const CONTACTS_BY_EMAIL = { ...objectType('contacts'), ...idProperty('email') };
