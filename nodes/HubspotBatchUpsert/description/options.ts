import type { INodeProperties } from 'n8n-workflow';
import { agentFields, agentOutput } from './agentOptions';
import { duplicates, objectWriteTraceId, output } from './recordOptions';
import {
  apiVersion,
  batchSize,
  maxConcurrency,
  maxRetries,
  patience,
  rateLimitShare,
  timeout,
} from './requestOptions';
import {
  dateNumbers,
  dateOrder,
  emptyValues,
  fieldNames,
  invalidValues,
  numberFormat,
  timeZone,
  unknownFields,
} from './valueOptions';
import { dryRun, existingValues, nonUniqueId, skipUnchanged } from './writeChoices';

/** By their names in the editor. */
export const options: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add option',
  default: {},
  options: [
    agentFields,
    agentOutput,
    apiVersion,
    batchSize,
    dateNumbers,
    dateOrder,
    dryRun,
    duplicates,
    emptyValues,
    existingValues,
    fieldNames,
    invalidValues,
    maxConcurrency,
    maxRetries,
    nonUniqueId,
    numberFormat,
    objectWriteTraceId,
    output,
    patience,
    rateLimitShare,
    skipUnchanged,
    timeZone,
    timeout,
    unknownFields,
  ],
};
