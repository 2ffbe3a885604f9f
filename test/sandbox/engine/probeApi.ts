import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { IDataObject } from 'n8n-workflow';

/** Tokens "fresh-…" are good, every other is stale; `/hang` never answers. */
export class ProbeApi {
  readonly seen: Array<{ path: string; authorization?: string; body: string }> = [];
  private constructor(private readonly server: Server) {}

  static async start(): Promise<ProbeApi> {
    const server = createServer();
    const api = new ProbeApi(server);
    server.on('request', (request: IncomingMessage, response) => {
      void text(request).then((body) => {
        const path = request.url ?? '';
        const { authorization } = request.headers;
        api.seen.push({ path, authorization, body });
        if (path === '/hang') return;
        const [status, answer] = api.answer(path, authorization);
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  calls(path: string) {
    return this.seen.filter((call) => call.path === path);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(path: string, authorization = ''): [number, IDataObject] {
    if (path === '/oauth/v3/token') {
      return [200, { access_token: `fresh-${this.calls(path).length}`, token_type: 'bearer' }];
    }
    return authorization.startsWith('Bearer fresh-') ? [207, { ok: true }] : [401, {}];
  }
}

/** An API for every test of a file, ended with it. */
export function apiForTests(): { readonly current: ProbeApi } {
  let api: ProbeApi | undefined = undefined;
  beforeEach(async () => {
    api = await ProbeApi.start();
  });
  afterEach(() => api?.stop());
  return {
    get current() {
      return api!;
    },
  };
}
