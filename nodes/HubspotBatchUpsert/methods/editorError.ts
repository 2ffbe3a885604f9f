import { NodeApiError, NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';

export interface EditorErrorFacts {
  /** What the user should do, in whole sentences. */
  advice: string;
  /** Will it stay until somebody changes something? */
  permanent: boolean;
  /** HubSpot's status, where it answered. */
  status?: number;
}

/**
 * Why what the editor asks for cannot be had.
 *
 * The message must hold no dash and neither "unique" nor "duplicate": n8n's editor cuts messages at
 * dashes (ResourceLocator.vue), and its server takes those two words for its database's own error
 * (response-helper.ts). The advice may hold anything.
 */
export class EditorError extends Error {
  override readonly name = 'EditorError';

  constructor(
    message: string,
    readonly facts: EditorErrorFacts,
  ) {
    super(message);
  }
}

/** A loader may also fail before HubSpot is asked, for lack of a usable credential. */
export function asEditorError(error: unknown): EditorError {
  if (error instanceof EditorError) return error;
  const advice = error instanceof Error ? error.message : String(error);
  return new EditorError('HubSpot could not be asked', { advice, permanent: true });
}

/** Of all errors, n8n's server passes only this kind on to the editor with its description. */
export function toNodeApiError(context: ILoadOptionsFunctions, error: unknown): NodeApiError {
  const { message, facts } = asEditorError(error);
  const { advice: description, status } = facts;
  const httpCode = status?.toString();
  return new NodeApiError(context.getNode(), { message }, { message, description, httpCode });
}

/**
 * The error for a drop-down list. n8n's editor shows nothing of it but the message (ParameterInput.vue),
 * and of a NodeApiError, which its client takes for plain data, "[object Object]". The message is set
 * afterwards, since node errors put words of their own for one that holds a code such as ECONNREFUSED.
 */
export function toLoadOptionsError(
  context: ILoadOptionsFunctions,
  error: unknown,
): NodeOperationError {
  const { message, facts } = asEditorError(error);
  const told = new NodeOperationError(context.getNode(), message);
  told.message = `${message}. ${facts.advice}`;
  return told;
}
