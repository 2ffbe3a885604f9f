import type { ICredentialDataDecryptedObject, ICredentialType } from 'n8n-workflow';
import { additionalDataFor } from '../../sandbox/engine/additionalData';
import { CredentialsHelper } from '../../sandbox/engine/credentialsHelper';

/** The fields of a saved credential as n8n's expression engine gives them to a node. */
export async function resolved(
  type: ICredentialType,
  saved: ICredentialDataDecryptedObject = {},
): Promise<ICredentialDataDecryptedObject> {
  const stored = { id: '1', name: 'Credential', type: type.name, data: saved };
  const helper = new CredentialsHelper([type], [stored]);
  const additionalData = additionalDataFor(helper, 'execution');
  return await helper.getDecrypted(additionalData, stored, type.name, 'internal');
}
