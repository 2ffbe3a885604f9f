import { shorten } from '../hubspot/bounds';
import type { BatchResponse, ErrorDetail, HubspotError } from '../hubspot/types';
import type { HttpResponse } from '../http/response';
import { ownFailure, type Failure } from '../model/outcome';
import type { RecordWrite } from '../model/record';
import { quote } from '../values/quote';

/**
 * The failures of records that a batch response does not mention: they were sent, and nobody can say
 * what became of them.
 *
 * @param body Undefined where the response was no JSON of a batch.
 * @param errors Errors of the response that name no record; one of them may be about this one.
 */
export function unmentionedFailure(
  response: HttpResponse,
  body: BatchResponse | undefined,
  errors: readonly HubspotError[],
): (write: RecordWrite) => Failure {
  const strayErrors = shorten(errors);
  const reason = body ? whyUnmentioned(body, strayErrors) : whyNoBatch(response);
  const facts = {
    httpStatus: response.status,
    correlationId: strayErrors[0]?.correlationId ?? null,
    context: strayErrors[0]?.context ?? null,
    errors: strayErrors.length > 0 ? strayErrors.map(toDetail) : null,
    retryable: true,
    attempted: true,
    stage: 'upsert',
  } as const;
  return (write) => ownFailure('NO_OUTCOME', `${reason}. ${advice(write)}`, facts);
}

/** Where only a search finds the record, nothing in HubSpot keeps a second one from being created. */
function advice({ operation, target: { idProperty, lookup } }: RecordWrite): string {
  if (operation !== 'create') {
    return 'Whether the record was written is not known; sending the item again does no harm, because the same values are written to the same record';
  }
  const unknown = 'Whether the record was created is not known';
  return lookup === 'search'
    ? unknown
    : `${unknown}; sending the item again does no harm, because HubSpot keeps the values of ${quote(idProperty)} unique`;
}

function whyNoBatch({ json, text }: HttpResponse): string {
  if (json !== undefined) return 'The answer was JSON, and yet none that HubSpot gives to a batch';
  return text.trim() === ''
    ? 'HubSpot sent an empty answer'
    : 'The answer was not JSON, so it did not come from HubSpot itself';
}

function whyUnmentioned(body: BatchResponse, strayErrors: readonly HubspotError[]): string {
  const messages = [...new Set(strayErrors.flatMap(({ message }) => message ?? []))];
  if (messages.length > 0) {
    return `HubSpot reported errors without saying for which record (${messages.slice(0, 3).join('; ')})`;
  }
  switch (body.status) {
    case 'CANCELED':
      return 'HubSpot cancelled the batch';
    case 'PENDING':
    case 'PROCESSING':
      return `HubSpot had not finished the batch when it answered (${body.status})`;
    default:
      return body.status === 'COMPLETE' && body.results.length === 0
        ? 'HubSpot called the batch complete and returned no record'
        : 'HubSpot returned neither a result nor an error for this record';
  }
}

/** What HubSpot reports, where no record's failure tells it. */
export function strayMessage({ message, errors = [], category }: HubspotError): string {
  const sentence = [message, ...errors.map((detail) => detail.message)].find((text) => text);
  return sentence ?? category ?? 'an error without a message';
}

function toDetail({ message, category, context }: HubspotError): ErrorDetail {
  return { message, code: category, context };
}
