import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { client, sandboxForTest } from './client';

export const COMPANIES_SEARCH = '/crm/v3/objects/companies/search';

/** `IN` for these values of a property. */
export function valuesIn(propertyName: string, ...values: string[]) {
  return [{ propertyName, operator: 'IN', values }];
}

/** A sandbox with companies, and a way to search them that gives their names. */
export async function companies(
  list: Record<string, string>[],
  options: Partial<SandboxOptions> = {},
) {
  const sandbox = await sandboxForTest({ searchRateLimit: null, ...options });
  const ids = list.map((properties) => sandbox.store.put('companies', properties));
  const http = client(sandbox);
  const search = (body: object, path = COMPANIES_SEARCH) => http.post(path, body);
  return {
    sandbox,
    ids,
    http,
    search,
    found: async (...filters: object[]) => {
      const { data } = await search({ filterGroups: [{ filters }], properties: ['name'] });
      return data.results.map(({ properties }) => properties.name);
    },
  };
}
