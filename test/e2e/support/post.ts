import { request, type IncomingMessage } from 'node:http';

/**
 * POSTs to a workflow's webhook, and waits as long as its run takes: `fetch` gives up after 300 s.
 *
 * @param status that the answer has to have
 * @returns what its Respond to Webhook node says
 */
export async function post<T>(
  baseUrl: string,
  path: string,
  body: unknown,
  status = 200,
): Promise<T> {
  const answer = await send(`${baseUrl}/webhook/${path}`, JSON.stringify(body));
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
  if (answer.statusCode !== status) {
    throw new Error(`POST ${path}: HTTP ${answer.statusCode} ${text.slice(0, 500)}`);
  }
  return JSON.parse(text) as T;
}

function send(url: string, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    request(url, { method: 'POST', headers, agent: false }, resolve)
      .once('error', reject)
      .end(body);
  });
}
