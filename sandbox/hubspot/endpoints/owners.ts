import type { Owner } from '../account';
import { json } from '../answers/answer';
import type { Answer } from '../answers/answer';
import type { Hubspot } from '../hubspotState';
import type { Call } from './endpoint';
import { pageOf } from './page';

const DEFAULT_PAGE_SIZE = 100;
const DEFINED_AT = '2022-01-10T08:00:00.000Z';

/** `GET /crm/v3/owners`: a page of those who own records, or of the archived ones alone. */
export function listOwners(call: Call, { crm, options }: Hubspot): Answer {
  const archived = call.query.archived === 'true';
  const owners = [...crm.owners.values()].filter((owner) => owner.archived === archived);
  const limit = Number(call.query.limit ?? DEFAULT_PAGE_SIZE);
  return json(200, pageOf(owners.map(ownerOf), call, Math.min(limit, options.ownersPageSize)));
}

/** OpenAPI: PublicOwner. */
function ownerOf({ id, email, archived }: Owner) {
  const userId = Number(id) % 1_000_000;
  return {
    id,
    email,
    type: 'PERSON',
    firstName: email.split('@')[0],
    lastName: '',
    ...(!archived && { userId }),
    userIdIncludingInactive: userId,
    createdAt: DEFINED_AT,
    updatedAt: DEFINED_AT,
    archived,
    teams: [],
  };
}
