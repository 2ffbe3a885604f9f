import { PORTAL_ID } from '../account';
import type { ObjectType } from '../crm/objectTypes';
import type { WriteProblem } from '../crm/writePlan';
import type { Words } from './writeProblems';

/**
 * How HubSpot says that another record owns a value: with the value's coordinates, by that record's id
 * alone (rebuilt.207.conflict.trace-in-errors-alone), or with the property in `errors[].in`
 * (rebuilt.409.email-taken).
 */
export type ConflictWording = 'coordinates' | 'existingId' | 'takenValue';

type Conflict = Extract<WriteProblem, { kind: 'conflict' }>;

/** What HubSpot says of a value that another record owns. */
export function conflictWords(
  { singular, objectTypeId }: ObjectType,
  { name, value, recordId, ownerId }: Conflict,
  wording: ConflictWording,
): Words {
  const object = singular.charAt(0).toUpperCase() + singular.slice(1);
  switch (wording) {
    case 'coordinates':
      return {
        status: 400,
        category: 'VALIDATION_ERROR',
        message: `Cannot set PropertyValueCoordinates{portalId=${PORTAL_ID}, objectTypeId=${objectTypeId}, propertyName=${name}, value=${value}} on ${recordId}. ${ownerId} already has that value.`,
      };
    case 'existingId':
      return {
        status: 409,
        category: 'CONFLICT',
        message: `${object} already exists. Existing ID: ${ownerId}`,
        context: { existingId: [ownerId] },
      };
    case 'takenValue':
      return {
        status: 409,
        category: 'OBJECT_ALREADY_EXISTS',
        message: `${object} already exists`,
        errors: [
          {
            message: `A ${singular} with ${name} ${value} already exists. Existing ID: ${ownerId}`,
            in: name,
          },
        ],
      };
  }
}
