import { parseResults } from './parsing';
import { textOf } from './untrustedJson';

/** A kind of association that records of two object types can have (OpenAPI: AssociationSpecWithLabel). */
export interface AssociationLabel {
  /** HUBSPOT_DEFINED, USER_DEFINED, INTEGRATOR_DEFINED or WORK. */
  category: string;
  /** Unique within its category. */
  typeId: number;
  /** What users call it; null where it has no name, as the default association has none. */
  label: string | null;
}

/** The labels in an answer of the associations API. What has no category or no type ID is none. */
export function parseAssociationLabels(json: unknown): AssociationLabel[] {
  return parseResults(json).flatMap((entry) => {
    const category = textOf(entry.category);
    const typeId = typeIdOf(entry.typeId);
    if (!category || typeId === undefined) return [];
    return [{ category, typeId, label: textOf(entry.label) || null }];
  });
}

/** The id of an association type is a number; a text of digits can mean nothing else. */
function typeIdOf(value: unknown): number | undefined {
  const typeId = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof typeId === 'number' && Number.isSafeInteger(typeId) ? typeId : undefined;
}

/**
 * Is it the label of the association that HubSpot makes where no label is asked for? It may stand
 * anywhere among the labels of a pair.
 */
export function isDefaultAssociation({ category, label }: AssociationLabel): boolean {
  return category === 'HUBSPOT_DEFINED' && label === null;
}

/** The label as the node's parameter names it, e.g. USER_DEFINED:37. */
export function labelValue({ category, typeId }: AssociationLabel): string {
  return `${category}:${typeId}`;
}
