import {
  toHttpResponse,
  type HttpResponse,
  type ResponseHeaders,
} from '../../nodes/HubspotBatchUpsert/http/response';

/** A response as the node reads it; without a body where no JSON is given. */
export function hubspotResponse(
  status: number,
  json?: unknown,
  headers: ResponseHeaders = {},
): HttpResponse {
  return toHttpResponse(status, headers, json === undefined ? '' : JSON.stringify(json));
}
