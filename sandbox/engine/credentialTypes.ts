import {
  NodeHelpers,
  UnexpectedError,
  type ICredentialType,
  type INodeProperties,
} from 'n8n-workflow';
import { oAuth2Api } from './oAuth2Api';

/** The credential types that a run knows, and what they inherit from each other. */
export class CredentialTypes {
  private readonly byName: ReadonlyMap<string, ICredentialType>;

  constructor(types: readonly ICredentialType[]) {
    this.byName = new Map([oAuth2Api, ...types].map((type) => [type.name, type]));
  }

  /** @throws UnexpectedError when the run was not given this type */
  get(name: string): ICredentialType {
    const type = this.byName.get(name);
    if (!type) throw new UnexpectedError(`Unknown credential type "${name}"`);
    return type;
  }

  /** All types that `name` extends, nearest first. */
  parentsOf(name: string): string[] {
    const parents = this.get(name).extends ?? [];
    return [...parents, ...parents.flatMap((parent) => this.parentsOf(parent))];
  }

  /** The type's own properties over those it inherits, as n8n merges them. */
  propertiesOf(name: string): INodeProperties[] {
    const type = this.get(name);
    const merged: INodeProperties[] = [];
    for (const parent of type.extends ?? []) {
      NodeHelpers.mergeNodeProperties(merged, this.propertiesOf(parent));
    }
    NodeHelpers.mergeNodeProperties(merged, type.properties);
    return merged;
  }
}
