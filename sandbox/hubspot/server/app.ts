import formbody from '@fastify/formbody';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { json } from '../answers/answer';
import { errorBody, validationError } from '../answers/errors';
import { ENDPOINTS } from '../endpoints/all';
import type { Call } from '../endpoints/endpoint';
import { isObject, textOf } from '../json';
import type { ServerCertificate } from './certificate';
import { exchange } from './exchange';
import type { Surroundings } from './exchange';
import { send } from './wire';

const MAX_BODY_BYTES = 100_000_000;
const MAX_PARAM_LENGTH = 2_000;

/**
 * The server of the sandbox: every endpoint as a route, everything else a logged 404.
 *
 * @param certificate Makes it https.
 */
export async function createApp(
  surroundings: Surroundings,
  certificate: ServerCertificate | undefined,
): Promise<FastifyInstance> {
  const app = Fastify({
    ...(certificate && { https: { cert: certificate.cert, key: certificate.key } }),
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    forceCloseConnections: true,
  });
  await app.register(formbody);
  readJsonAsIs(app);

  for (const endpoint of ENDPOINTS) {
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      handler: (request, reply) =>
        exchange(endpoint, readCall(request), request.headers.authorization, reply, surroundings),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const call = readCall(request);
    surroundings.conformity.checkRequest(call);
    surroundings.log.arrived(call, undefined).status = 404;
    send(reply, json(404, errorBody('resource not found')));
  });
  app.setErrorHandler((error: unknown, request, reply) => {
    if (!reply.raw.headersSent) sendError(error, request, reply, surroundings);
  });
  return app;
}

/** Fastify's own parser refuses keys such as `__proto__`, which HubSpot takes as unknown properties. */
function readJsonAsIs(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (_request, text: string, done) => {
      try {
        done(null, text === '' ? undefined : JSON.parse(text));
      } catch (error) {
        done(Object.assign(error as SyntaxError, { statusCode: 400 }), undefined);
      }
    },
  );
}

function readCall({ method, url, params, query, body }: FastifyRequest): Call {
  return {
    method,
    path: url.split('?', 1)[0]!,
    params: textFields(params),
    query: textFields(query),
    body,
  };
}

function textFields(fields: unknown): Record<string, string> {
  const entries = isObject(fields) ? Object.entries(fields) : [];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, textOf(value) ?? JSON.stringify(value)]),
  );
}

/** A body that is no JSON, or too large, never reaches an endpoint. */
function sendError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { log }: Surroundings,
): void {
  const status = isObject(error) && typeof error.statusCode === 'number' ? error.statusCode : 500;
  const message = error instanceof Error ? error.message : String(error);
  const answer =
    status === 400
      ? validationError(`Invalid input JSON: ${message}`)
      : json(status, errorBody(message));
  if (status < 500) log.arrived(readCall(request), undefined).status = status;
  send(reply, answer);
}
