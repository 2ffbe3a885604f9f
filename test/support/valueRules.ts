import type { ValueRules } from '../../nodes/HubspotBatchUpsert/model/settings';

/** How values are read where no option says otherwise, in a workflow that is in UTC. */
export const valueRules: ValueRules = {
  emptyValues: 'ignore',
  numberFormat: 'automatic',
  dateOrder: 'refuse',
  dateNumbers: 'milliseconds',
  timeZone: 'UTC',
};
