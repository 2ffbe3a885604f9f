import { UnexpectedError, type INodeType, type INodeTypes } from 'n8n-workflow';

/** n8n's registry of node types, made of the given instances, found by the name they describe. */
export function nodeTypesOf(types: readonly INodeType[]): INodeTypes {
  const byName = new Map(types.map((type) => [type.description.name, type]));
  const get = (name: string): INodeType => {
    const type = byName.get(name);
    if (!type) throw new UnexpectedError(`Unknown node type "${name}"`);
    return type;
  };
  return { getByName: get, getByNameAndVersion: get, getKnownTypes: () => ({}) };
}

/** The version that n8n would give to a new node of this type. */
export function latestVersion({ description }: INodeType): number {
  return description.defaultVersion ?? [description.version].flat().at(-1) ?? 1;
}
