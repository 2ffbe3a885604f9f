import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { LINE_ITEM_PROPERTIES } from '../../sandbox/hubspot/properties/lineItems';

interface Input {
  id: string;
  idProperty: string;
  properties: Record<string, string>;
  objectWriteTraceId: string;
}

/** Stands where n8n would sign a request and send it. */
export interface InstantHubspot {
  request: (credential: string, options: IHttpRequestOptions) => Promise<IN8nHttpFullResponse>;
  /** Time that making the answers took so far, to be taken off what was measured. */
  milliseconds: () => number;
  /** The same of all threads' processor time. */
  cpuMilliseconds: () => number;
}

/** Far from any limit, so that no pace is kept. */
const HEADERS = {
  'content-type': 'application/json;charset=utf-8',
  'x-hubspot-ratelimit-max': '1000000000',
  'x-hubspot-ratelimit-remaining': '999999999',
  'x-hubspot-ratelimit-interval-milliseconds': '10000',
};

const DEFINITIONS = JSON.stringify({ results: LINE_ITEM_PROPERTIES });

const AT = '2025-06-01T12:00:00.000Z';

/**
 * Answers at once and without a network, as HubSpot would if every record were new: the text of a
 * whole answer as a stream, to be parsed as always. Each comes in a turn of the event loop of its
 * own, as from a network: within one turn Node lets go of little that is done with.
 *
 * @param beforeAnswer Called before each answer to a batch.
 */
export function instantHubspot(beforeAnswer: () => void = () => undefined): InstantHubspot {
  let milliseconds = 0;
  let cpuMilliseconds = 0;
  const request: InstantHubspot['request'] = async (_, { method, body }) => {
    await setImmediate();
    const startedAt = performance.now();
    const cpuBefore = process.cpuUsage();
    if (method === 'POST') beforeAnswer();
    const text = method === 'POST' ? written(body) : DEFINITIONS;
    const response = {
      statusCode: 200,
      headers: HEADERS,
      body: Readable.from([Buffer.from(text)]),
    };
    milliseconds += performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpuBefore);
    cpuMilliseconds += (user + system) / 1000;
    return response;
  };
  return {
    request,
    milliseconds: () => milliseconds,
    cpuMilliseconds: () => cpuMilliseconds,
  };
}

/** Put together as text, since what is only made to be written down would be the node's to collect. */
function written(body: IHttpRequestOptions['body']): string {
  const { inputs } = body as IDataObject & { inputs: Input[] };
  const results = inputs.map(resultOf).join();
  return `{"status":"COMPLETE","results":[${results}],"startedAt":"${AT}","completedAt":"${AT}"}`;
}

function resultOf({ id, idProperty, properties, objectWriteTraceId }: Input): string {
  const recordId = `20${id.replace(/\D/g, '')}`;
  const own = JSON.stringify(properties).slice(1, -1);
  const made = `"hs_createdate":"${AT}","hs_lastmodifieddate":"${AT}","hs_object_id":"${recordId}"`;
  const url = `https://app.hubspot.com/contacts/1234567/record/0-8/${recordId}`;
  return (
    `{"id":"${recordId}","properties":{${own},"${idProperty}":"${id}",${made}},` +
    `"createdAt":"${AT}","updatedAt":"${AT}","archived":false,"url":"${url}","new":true,` +
    `"objectWriteTraceId":"${objectWriteTraceId}"}`
  );
}
