import type { AssociationOptions } from '../associationOptions';
import type { AssociationProblem } from '../crm/associationPlan';
import type { AssociationType } from '../crm/associationTypes';
import type { ObjectType } from '../crm/objectTypes';
import { inputError } from './writeProblems';
import type { InputError, Wording } from './writeProblems';

/** The object types of a request's pairs. */
export interface Ends {
  from: ObjectType;
  to: ObjectType;
}

export type PairWording = Pick<AssociationOptions, 'missingEndWording'> & Wording;

/** The words of HubSpot/hubspot-api-nodejs issue 646. */
export const ANY_INVALID = 'One or more associations are invalid';
export const VALIDATION = { status: 'error', category: 'VALIDATION_ERROR' } as const;
const CATEGORIES = ['HUBSPOT_DEFINED', 'USER_DEFINED', 'INTEGRATOR_DEFINED'];

/** An id that is none (shape: rebuilt.207.associations). */
export function invalidIdentifier(id: string): InputError {
  return {
    ...VALIDATION,
    subCategory: 'crm.associations.INVALID_IDENTIFIER',
    message: `${id} is not a valid ID`,
    context: { id: [id] },
  };
}

/** A record that has no associations of a kind: an error as well (seen of v4 and of 2026-03). */
export function noAssociations(id: string, { from, to }: Ends): InputError {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${to.singular} is associated with ${from.singular} ${id}.`,
    context: { fromObjectId: [id], fromObjectType: [from.singular], toObjectType: [to.singular] },
  };
}

/** What HubSpot says of a pair, as far as that is known. */
export function associationWords(
  problem: AssociationProblem,
  ends: Ends,
  wording: PairWording,
): InputError {
  switch (problem.kind) {
    case 'invalidId':
      return invalidIdentifier(problem.id);
    case 'itself': {
      const message = `Object ${problem.id} cannot be associated to itself (${problem.id})`;
      return { ...VALIDATION, message };
    }
    case 'wrongType':
      return wrongType(problem.type, ends);
    case 'notFound':
      return missingEnd(problem, wording);
    case 'limit':
      return overLimit(problem);
  }
}

/** The words are those for a type's name; a default association that there is none of has no known ones. */
function wrongType(type: AssociationType | undefined, { from, to }: Ends): InputError {
  const between = `between ${upper(from)} and ${upper(to)}`;
  const context = { fromObjectType: [upper(from)], toObjectType: [upper(to)] };
  const error = { ...VALIDATION, subCategory: 'crm.associations.INVALID_ASSOCIATION_TYPE' };
  if (type === undefined) {
    return { ...error, message: `There is no default association type ${between}`, context };
  }
  const name = `${CATEGORIES.indexOf(type.associationCategory)}-${type.associationTypeId}`;
  const message = `${name} is not a valid association type ${between}`;
  return { ...error, message, context: { type: [name], ...context } };
}

function missingEnd(
  { id, type }: Extract<AssociationProblem, { kind: 'notFound' }>,
  wording: PairWording,
): InputError {
  switch (wording.missingEndWording) {
    case 'invalidIdentifier':
      return invalidIdentifier(id);
    case 'notFound':
      return inputError(type, { kind: 'notFound', id }, wording, undefined);
    case 'invalidObjectIds':
      return {
        ...VALIDATION,
        message: ANY_INVALID,
        context: {
          INVALID_OBJECT_IDS: [`${upper(type)}=${id} is not valid`],
          objectId: [id],
          objectType: [upper(type)],
        },
      };
  }
}

/** HubSpot's words for a limit are not public. */
function overLimit({
  id,
  type,
  other,
  most,
}: Extract<AssociationProblem, { kind: 'limit' }>): InputError {
  return {
    ...VALIDATION,
    subCategory: 'crm.associations.ASSOCIATION_LIMIT_EXCEEDED',
    message: `${upper(type)} ${id} has reached the limit of ${most} associated ${upper(other)} records`,
    context: { ids: [id] },
  };
}

function upper({ singular }: ObjectType): string {
  return singular.toUpperCase();
}
