import type { FaultAction } from './fault';

const PAGE = (title: string) =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>`;

/**
 * What servers that are not HubSpot's answer to any request: a base URL that is wrong. The name, and
 * the fault to order for every request.
 */
export const OTHER_HOSTS: [name: string, answer: FaultAction][] = [
  ["a web server's 404", { kind: 'status', status: 404, body: PAGE('404 Not Found') }],
  ["a web server's 405", { kind: 'status', status: 405, body: PAGE('405 Not Allowed') }],
  ["an application's 404", { kind: 'status', status: 404, body: '<pre>Cannot POST /crm</pre>' }],
  ['a 404 of foreign JSON', { kind: 'status', status: 404, body: { detail: 'Not Found' } }],
  [
    'a 404 that has a message',
    {
      kind: 'status',
      status: 404,
      body: { code: 404, message: 'The requested webhook "crm" is not registered.' },
    },
  ],
  [
    'a 405 of foreign JSON',
    {
      kind: 'status',
      status: 405,
      body: { error: 'Method Not Allowed' },
      headers: { allow: 'GET' },
    },
  ],
  ['a 405 without a body', { kind: 'emptyBody', status: 405, when: 'before' }],
  ['a redirect to a login', redirect(302)],
  ['a permanent redirect', redirect(301)],
  ['a redirect that keeps the method', redirect(308)],
  ['a redirect that leads nowhere', { kind: 'status', status: 302, body: '' }],
  ['a 304', { kind: 'emptyBody', status: 304, when: 'before' }],
];

function redirect(status: number): FaultAction {
  return { kind: 'redirect', to: 'http://127.0.0.1:9/login', status, when: 'before' };
}
