import {
  isExpression,
  UnexpectedError,
  type IAuthenticate,
  type ICredentialDataDecryptedObject,
  type IHttpRequestOptions,
  type INode,
  type Workflow,
} from 'n8n-workflow';

/**
 * Puts a credential into a request as its type's `authenticate` says: a function is called, a
 * generic one has its `$credentials` expressions resolved and merged into headers, query and so on.
 */
export async function authenticateRequest(
  authenticate: IAuthenticate | undefined,
  credentials: ICredentialDataDecryptedObject,
  request: IHttpRequestOptions,
  place: { workflow?: Workflow; node?: INode },
): Promise<IHttpRequestOptions> {
  if (!authenticate) return request;
  if (typeof authenticate === 'function') return await authenticate(credentials, request);

  const resolve = resolverFor(credentials, place);
  for (const [part, additions] of Object.entries(authenticate.properties)) {
    const resolved = Object.entries(additions as Record<string, string>).map(
      ([key, value]) => [resolve(key), resolve(value)] as const,
    );
    const given = request[part as keyof IHttpRequestOptions] as object | undefined;
    Object.assign(request, { [part]: { ...given, ...Object.fromEntries(resolved) } });
  }
  return request;
}

function resolverFor(
  credentials: ICredentialDataDecryptedObject,
  { workflow, node }: { workflow?: Workflow; node?: INode },
): (value: string) => string {
  if (!workflow || !node) throw new UnexpectedError('No workflow to resolve credentials in');
  const keys = { $credentials: credentials };
  return (value) => {
    if (!isExpression(value)) return value;
    const resolved = workflow.expression.getSimpleParameterValue(node, value, 'internal', keys);
    return resolved ? String(resolved) : '';
  };
}
