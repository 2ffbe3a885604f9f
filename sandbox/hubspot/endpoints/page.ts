import type { Call } from './endpoint';

/** A page of a list, and where the next one begins (OpenAPI: Paging). */
interface Page<T> {
  results: T[];
  paging?: { next: { after: string; link: string } };
}

/**
 * The page that a query asks for with `after`, which means nothing to clients.
 *
 * @param size Undefined is all in one page.
 */
export function pageOf<T>(list: readonly T[], { path, query }: Call, size = list.length): Page<T> {
  const start = Number(Buffer.from(query.after ?? '', 'base64url').toString()) || 0;
  const end = start + size;
  const results = list.slice(start, end);
  if (end >= list.length) return { results };
  const after = Buffer.from(String(end)).toString('base64url');
  const link = `https://api.hubapi.com${path}?${new URLSearchParams({ ...query, after }).toString()}`;
  return { results, paging: { next: { after, link } } };
}
