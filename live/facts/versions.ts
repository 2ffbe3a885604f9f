import type { ApiVersion } from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';

export const VERSIONS: readonly ApiVersion[] = ['v3', '2026-09'];
