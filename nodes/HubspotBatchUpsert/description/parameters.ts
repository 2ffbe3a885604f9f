import type { INodeProperties } from 'n8n-workflow';
import { authentication } from './authentication';
import { id } from './id';
import { idProperty } from './idProperty';
import { objectType } from './objectType';
import { options } from './options';
import { properties } from './properties';

/** The node's panel, from top to bottom. */
export const parameters: INodeProperties[] = [
  authentication,
  objectType,
  idProperty,
  id,
  properties,
  options,
];
