import type { LineItem } from '../lineItems';
import axios from 'axios';
import type { Address } from '../processes/sandboxProcess';
import { inputOf, verdictsOf } from './chunks';
import type { Verdict } from './way';

/** Sends rows as one batch upsert with axios; once, whatever comes of it. */
export type AxiosUpsert = (rows: LineItem[]) => Promise<Verdict[]>;

export function axiosUpsert({ baseUrl, serviceKey }: Address): AxiosUpsert {
  const client = axios.create({
    baseURL: baseUrl,
    headers: { Authorization: `Bearer ${serviceKey}` },
    validateStatus: () => true,
  });
  return async (rows) => {
    const status = await client
      .post('/crm/v3/objects/line_items/batch/upsert', { inputs: rows.map(inputOf) })
      .then(
        (response) => response.status,
        () => undefined,
      );
    return verdictsOf(status, rows.length);
  };
}
