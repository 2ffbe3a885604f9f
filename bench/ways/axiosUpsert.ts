import type { LineItem } from '../lineItems';
import axios from 'axios';
import type { Address } from '../processes/sandboxProcess';
import { inputOf, toldOf, type BatchResults } from './chunks';
import type { Told } from './way';

const BATCH_UPSERT = '/crm/v3/objects/line_items/batch/upsert';

/** Sends rows as one batch upsert with axios; once, whatever comes of it. */
export type AxiosUpsert = (rows: LineItem[]) => Promise<Told[]>;

export function axiosUpsert({ baseUrl, serviceKey }: Address): AxiosUpsert {
  const client = axios.create({
    baseURL: baseUrl,
    headers: { Authorization: `Bearer ${serviceKey}` },
    validateStatus: () => true,
  });
  return async (rows) => {
    const { status, data } = await client
      .post<BatchResults>(BATCH_UPSERT, { inputs: rows.map(inputOf) })
      .catch(() => ({ status: undefined, data: undefined }));
    return toldOf(status, rows.length, data?.results);
  };
}
