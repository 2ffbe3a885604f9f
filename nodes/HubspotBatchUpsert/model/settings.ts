import type { ApiVersion } from '../hubspot/endpoints';

/** The node's two credential types. */
export type CredentialType = 'hubspotBatchOAuth2Api' | 'hubspotBatchServiceKeyApi';

/** What holds for the whole run. */
export interface Settings extends ValueRules, WriteChoices {
  credentialType: CredentialType;
  apiVersion: ApiVersion;
  /** Records in one request, at most `MAX_BATCH_SIZE`. */
  batchSize: number;
  /** Requests in flight at most. */
  maxConcurrency: number;
  /** Share of the account's rate limit that the node may use, above 0, at most 1. */
  rateLimitShare: number;
  duplicates: DuplicatePolicy;
  fieldNames: FieldNames;
  invalidValues: InvalidValues;
  unknownFields: UnknownFields;
  /** How often one request is sent again at most. */
  maxRetries: number;
  /** The longest wait that HubSpot may ask for; a longer one ends the run. Milliseconds. */
  patienceMs: number;
  /** Milliseconds for one request. */
  timeoutMs: number;
  output: OutputForm;
  agentOutput: AgentOutput;
}

/** Which records may be written, and what of them. */
export interface WriteChoices {
  operation: Operation;
  existingValues: ExistingValues;
  /** Are records read first, and written only where they differ? */
  skipUnchanged: boolean;
  nonUniqueId: NonUniqueId;
  /** Is nothing to be written, and told what would be? */
  dryRun: boolean;
}

/** How the values of items are read. It holds for all of them, so that no column is read half. */
export interface ValueRules {
  emptyValues: EmptyValues;
  numberFormat: NumberFormat;
  dateOrder: DateOrder;
  dateNumbers: DateNumbers;
  /** IANA name, of dates and times that name no zone. */
  timeZone: string;
}

/** 1,234.50, or 1.234,50, or whichever of them a number can only be. */
export type NumberFormat = 'automatic' | 'point' | 'comma';

/** What 3/4/2026 is: nothing that is taken, 3 April, or 4 March. */
export type DateOrder = 'refuse' | 'dayFirst' | 'monthFirst';

/** What a number is where a date is wanted: milliseconds since 1970, or a spreadsheet's count of days. */
export type DateNumbers = 'milliseconds' | 'spreadsheetDays';

/** Records may be created or updated, or one of the two alone. */
export type Operation = 'upsert' | 'create' | 'update';

/** What HubSpot holds is replaced, or only what is empty is filled. */
type ExistingValues = 'overwrite' | 'keep';

/** What becomes of an idProperty that HubSpot does not keep unique: nothing, or a search for its values. */
export type NonUniqueId = 'refuse' | 'search';

export const LONGEST_PATIENCE_MS = 86_400_000;

/** What input fields are matched with, when mapping automatically: a property's name, or its label as well. */
type FieldNames = 'namesAndLabels' | 'names';

/** What a value does that HubSpot could not store: its item fails, or is written without it. */
type InvalidValues = 'reject' | 'leaveOut';

/** What to do with an input field that is no writable property, when mapping automatically. */
type UnknownFields = 'ignore' | 'reject' | 'send';

/** What a Success item carries. */
export type OutputForm = 'inputAndRecord' | 'record';

/** What an AI agent sees that runs the node as its tool. */
export interface AgentOutput {
  kind: 'simplified' | 'selectedFields' | 'raw';
  /** Of the selected ones. */
  fields: readonly string[];
}

/** What to do with several items for the same record. */
export type DuplicatePolicy = 'merge' | 'keepLast' | 'keepFirst' | 'sequence' | 'reject';

/** What an empty value of an item does to HubSpot's value. */
type EmptyValues = 'ignore' | 'clear';

/** The credential type that belongs to a value of the parameter `authentication`. */
export function credentialTypeOf(authentication: unknown): CredentialType {
  return authentication === 'serviceKey' ? 'hubspotBatchServiceKeyApi' : 'hubspotBatchOAuth2Api';
}
