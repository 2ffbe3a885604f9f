import type { INodeParameters } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';

/** The node's parameter `associations`, as the editor keeps it. */
export function associations(...entries: Array<Partial<Record<Field, string>>>): INodeParameters {
  return {
    associations: {
      association: entries.map(({ toObjectType = 'deals', toIdProperty, toId, label = '' }) => ({
        toObjectType: { __rl: true, mode: 'list', value: toObjectType },
        toIdProperty: { __rl: true, mode: 'list', value: toIdProperty ?? 'hs_object_id' },
        toId: toId ?? '={{ $json.deal }}',
        label,
      })),
    },
  };
}

type Field = 'toObjectType' | 'toIdProperty' | 'toId' | 'label';

/** Deals that HubSpot has, by the unique property `deal_key`: D-0, D-1, … */
export function putDeals({ store }: Sandbox, count: number): string[] {
  store.addProperty('deals', { name: 'deal_key', hasUniqueValue: true });
  return Array.from({ length: count }, (_, index) =>
    store.put('deals', { deal_key: `D-${index}`, dealname: `Deal ${index}` }),
  );
}

/** Which deals each line item is associated with, by the keys of both, in the order of the line items. */
export function linkedDeals({ store }: Sandbox): Record<string, string[]> {
  const keyOf = (objectType: string, property: string) =>
    new Map(
      store.records(objectType).map(({ id, properties }) => [id, String(properties[property])]),
    );
  const lines = keyOf('line_items', 'invoice_line_key');
  const deals = keyOf('deals', 'deal_key');
  const linked: Record<string, string[]> = {};
  for (const { fromId, toId } of store.associations.all('line_items', 'deals')) {
    (linked[lines.get(fromId) ?? fromId] ??= []).push(deals.get(toId) ?? toId);
  }
  return linked;
}
