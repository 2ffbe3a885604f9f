/** Who asks which n8n. */
export interface Session {
  baseUrl: string;
  cookie: string;
}

/**
 * Asks n8n's own REST API, as its editor does.
 *
 * @returns what stands under `data` in the answer
 * @throws Error with n8n's words where it refuses
 */
export async function ask<T>(
  { baseUrl, cookie }: Session,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await fetch(`${baseUrl}/rest${path}`, {
    method,
    // A kept connection would be reset when n8n is too busy to answer for some seconds.
    headers: { cookie, 'content-type': 'application/json', connection: 'close' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: HTTP ${answer.status} ${text.slice(0, 800)}`);
  return (JSON.parse(text) as { data: T }).data;
}
