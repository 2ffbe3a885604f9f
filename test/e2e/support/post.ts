/** POSTs to a workflow's webhook. @returns what its Respond to Webhook node says. */
export async function post<T>(baseUrl: string, path: string, body: unknown): Promise<T> {
  const answer = await fetch(`${baseUrl}/webhook/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`POST ${path}: HTTP ${answer.status} ${text.slice(0, 500)}`);
  return JSON.parse(text) as T;
}
