import {
  ICredentialsHelper,
  UnexpectedError,
  type ICredentialDataDecryptedObject,
  type ICredentials,
  type ICredentialsExpressionResolveValues,
  type ICredentialType,
  type IExecuteData,
  type IHttpRequestHelper,
  type IHttpRequestOptions,
  type INode,
  type INodeCredentialsDetails,
  type INodeProperties,
  type IWorkflowExecuteAdditionalData,
  type Workflow,
  type WorkflowExecuteMode,
} from 'n8n-workflow';
import { authenticateRequest } from './authenticate';
import { resolveExpressions, withDefaults } from './credentialData';
import { CredentialTypes } from './credentialTypes';

/** A saved credential. A refreshed OAuth2 token is written back into `data`. */
export interface StoredCredential {
  id: string;
  name: string;
  type: string;
  data: ICredentialDataDecryptedObject;
}

/**
 * n8n's credentials helper over credentials in memory. A node sees what n8n's own helper
 * (packages/cli/src/credentials-helper.ts) would show it; left out are the database, sharing, and
 * session credentials that expire by `preAuthentication`.
 */
export class CredentialsHelper extends ICredentialsHelper {
  private readonly types: CredentialTypes;

  constructor(
    types: readonly ICredentialType[],
    private readonly stored: readonly StoredCredential[],
  ) {
    super();
    this.types = new CredentialTypes(types);
  }

  getParentTypes(name: string): string[] {
    return this.types.parentsOf(name);
  }

  isCredentialUsableByNode(): boolean {
    return true;
  }

  getCredentialsProperties(type: string): INodeProperties[] {
    return this.types.propertiesOf(type);
  }

  async getDecrypted(
    additionalData: IWorkflowExecuteAdditionalData,
    { id }: INodeCredentialsDetails,
    type: string,
    mode: WorkflowExecuteMode,
    executeData?: IExecuteData,
    raw?: boolean,
    run?: ICredentialsExpressionResolveValues,
  ): Promise<ICredentialDataDecryptedObject> {
    const { data } = this.find(id, type);
    if (raw) return { ...data };
    const fields = withDefaults(this.types.propertiesOf(type), data);
    return await resolveExpressions(fields, { additionalData, mode, executeData, run });
  }

  async authenticate(
    credentials: ICredentialDataDecryptedObject,
    typeName: string,
    request: IHttpRequestOptions,
    workflow?: Workflow,
    node?: INode,
  ): Promise<IHttpRequestOptions> {
    const { authenticate } = this.types.get(typeName);
    return await authenticateRequest(authenticate, credentials, request, { workflow, node });
  }

  updateCredentialsOauthTokenData(
    { id }: INodeCredentialsDetails,
    type: string,
    { oauthTokenData }: ICredentialDataDecryptedObject,
  ): Promise<void> {
    Object.assign(this.find(id, type).data, { oauthTokenData });
    return Promise.resolve();
  }

  preAuthentication(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async runPreAuthentication(
    helpers: IHttpRequestHelper,
    credentials: ICredentialDataDecryptedObject,
    typeName: string,
  ): Promise<ICredentialDataDecryptedObject | undefined> {
    const transformed = await this.types
      .get(typeName)
      .preAuthentication?.call(helpers, credentials);
    return transformed as ICredentialDataDecryptedObject | undefined;
  }

  getCredentials(): Promise<ICredentials> {
    throw new UnexpectedError('Nothing is encrypted here: use getDecrypted');
  }

  updateCredentials(): Promise<void> {
    throw new UnexpectedError('Only a refreshed token is written back');
  }

  private find(id: string | null, type: string): StoredCredential {
    const credential = this.stored.find((stored) => stored.id === id && stored.type === type);
    if (!credential) throw new UnexpectedError(`There is no "${type}" credential with id "${id}"`);
    return credential;
  }
}
