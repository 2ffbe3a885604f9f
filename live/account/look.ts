import { accountPath, searchPath } from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import { messageOf } from './answers';
import type { Hubspot } from './hubspot';

/** The account that a key belongs to. */
export interface Account {
  portalId: string;
  /** Such as `DEVELOPER_TEST`. */
  accountType: string;
  region: string;
  contacts: number;
}

/** @throws Error where the key does not show it. */
export async function lookAtAccount(hubspot: Hubspot): Promise<Account> {
  const details = await hubspot.send('GET', accountPath('v3'));
  const { portalId, accountType, dataHostingLocation } = details.body as Record<
    string,
    string | number | undefined
  >;
  if (details.status !== 200 || portalId === undefined) {
    throw new Error(`HubSpot did not show the account: ${messageOf(details) || details.status}`);
  }
  const search = await hubspot.send('POST', searchPath('v3', 'contacts'), { limit: 1 });
  const { total } = search.body as { total?: unknown };
  if (typeof total !== 'number') {
    throw new Error(`HubSpot did not count the contacts: ${messageOf(search) || search.status}`);
  }
  return {
    portalId: String(portalId),
    accountType: String(accountType),
    region: String(dataHostingLocation),
    contacts: total,
  };
}
