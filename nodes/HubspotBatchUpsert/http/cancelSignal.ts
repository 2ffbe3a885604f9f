import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

type Context = IExecuteFunctions | ILoadOptionsFunctions;

/** Aborted when the user cancels the execution; the editor has none. */
export function cancelSignalOf(context: Context): AbortSignal | undefined {
  return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** Aborted with the signal. Node takes it for a leak where more than ten listen to the same one. */
export function follower(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal]);
}

/**
 * The given context with a cancel signal of its own. n8n hands the signal on to the request, and to the
 * repetition of the request with a renewed token: neither leaves once the signal is aborted.
 */
export function withCancelSignal<Given extends Context>(
  context: Given,
  signal: AbortSignal,
): Given {
  return Object.create(context, { getExecutionCancelSignal: { value: () => signal } }) as Given;
}
