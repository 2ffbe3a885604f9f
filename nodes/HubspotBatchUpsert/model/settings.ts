import type { ApiVersion } from '../hubspot/endpoints';

/** The node's two credential types. */
export type CredentialType = 'hubspotBatchOAuth2Api' | 'hubspotBatchServiceKeyApi';

/** What holds for the whole run. */
export interface Settings {
  credentialType: CredentialType;
  apiVersion: ApiVersion;
  /** Records in one request, at most `MAX_BATCH_SIZE`. */
  batchSize: number;
  /** Requests in flight at most. */
  maxConcurrency: number;
  /** Share of the account's rate limit that the node may use, above 0, at most 1. */
  rateLimitShare: number;
  duplicates: DuplicatePolicy;
  emptyValues: EmptyValues;
  unknownFields: UnknownFields;
  /** How often one request is sent again at most. */
  maxRetries: number;
  /** The longest wait that HubSpot may ask for; a longer one ends the run. Milliseconds. */
  patienceMs: number;
  /** Milliseconds for one request. */
  timeoutMs: number;
  output: OutputForm;
}

export const LONGEST_PATIENCE_MS = 86_400_000;

/** What to do with an input field that is no writable property, when mapping automatically. */
type UnknownFields = 'ignore' | 'reject' | 'send';

/** What a Success item carries. */
export type OutputForm = 'inputAndRecord' | 'record';

/** What to do with several items for the same record. */
export type DuplicatePolicy = 'merge' | 'keepLast' | 'keepFirst' | 'sequence' | 'reject';

/** What an empty value of an item does to HubSpot's value. */
export type EmptyValues = 'ignore' | 'clear';

/** The credential type that belongs to a value of the parameter `authentication`. */
export function credentialTypeOf(authentication: unknown): CredentialType {
  return authentication === 'serviceKey' ? 'hubspotBatchServiceKeyApi' : 'hubspotBatchOAuth2Api';
}
