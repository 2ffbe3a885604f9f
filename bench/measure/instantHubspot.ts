import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { LINE_ITEM_PROPERTIES } from '../../sandbox/hubspot/properties/lineItems';
import type { Span } from './collectorWatch';

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
  /** When they were made. */
  spans: Span[];
  /** All threads' processor time that making the answers took so far. */
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
  const spans: Span[] = [];
  const request: InstantHubspot['request'] = async (_, { method, body }) => {
    await setImmediate();
    const from = performance.now();
    const cpuBefore = process.cpuUsage();
    if (method === 'POST') beforeAnswer();
    const answer = method === 'POST' ? responseTo(body) : Buffer.from(DEFINITIONS);
    const response = {
      statusCode: 200,
      headers: HEADERS,
      body: streamOf(answer),
    };
    const { user, system } = process.cpuUsage(cpuBefore);
    cpuMilliseconds += (user + system) / 1000;
    const until = performance.now();
    milliseconds += until - from;
    spans.push({ from, until });
    return response;
  };
  return {
    request,
    milliseconds: () => milliseconds,
    spans,
    cpuMilliseconds: () => cpuMilliseconds,
  };
}

/** Pushed, as a network does. What an iterator yields is held until the next full collection. */
function streamOf(bytes: Buffer): Readable {
  const stream = new Readable({ read: () => undefined });
  stream.push(bytes);
  stream.push(null);
  return stream;
}

const TO_BE_ESCAPED = /["\\\p{Cc}]/u;

/** What an answer is written into. Texts put together out of others would be the node's to collect. */
class AnswerText {
  private static readonly room = Buffer.alloc(1024 * 1024);
  private length = 0;

  put(text: string): void {
    this.length += AnswerText.room.write(text, this.length);
  }

  putQuoted(text: string): void {
    if (TO_BE_ESCAPED.test(text)) return this.put(JSON.stringify(text));
    this.put('"');
    this.put(text);
    this.put('"');
  }

  /** A copy of what was put, as it would come from a network. */
  bytes(): Buffer {
    return Buffer.from(AnswerText.room.subarray(0, this.length));
  }
}

/** HubSpot's response to a batch, every record of which is new. */
export function responseTo(body: IHttpRequestOptions['body']): Buffer {
  const { inputs } = body as IDataObject & { inputs: Input[] };
  const answer = new AnswerText();
  answer.put('{"status":"COMPLETE","results":[');
  inputs.forEach((input, position) => {
    if (position > 0) answer.put(',');
    putResult(answer, input);
  });
  answer.put(`],"startedAt":"${AT}","completedAt":"${AT}"}`);
  return answer.bytes();
}

const HUBSPOTS_OWN = `"hs_createdate":"${AT}","hs_lastmodifieddate":"${AT}","hs_object_id":"`;
const TIMES = `"},"createdAt":"${AT}","updatedAt":"${AT}","archived":false,"url":"`;
const ADDRESS = 'https://app.hubspot.com/contacts/1234567/record/0-8/';

function putResult(answer: AnswerText, input: Input): void {
  const { id, idProperty, properties, objectWriteTraceId } = input;
  const recordId = `20${id.replace(/\D/g, '')}`;
  answer.put('{"id":"');
  answer.put(recordId);
  answer.put('","properties":{');
  for (const name in properties) putProperty(answer, name, properties[name] ?? '');
  putProperty(answer, idProperty, id);
  answer.put(HUBSPOTS_OWN);
  answer.put(recordId);
  answer.put(TIMES);
  answer.put(ADDRESS);
  answer.put(recordId);
  answer.put('","new":true,"objectWriteTraceId":"');
  answer.put(objectWriteTraceId);
  answer.put('"}');
}

function putProperty(answer: AnswerText, name: string, value: string): void {
  answer.putQuoted(name);
  answer.put(':');
  answer.putQuoted(value);
  answer.put(',');
}
