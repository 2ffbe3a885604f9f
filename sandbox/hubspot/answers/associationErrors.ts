import type { AssociationOptions } from '../associationOptions';
import type { AssociationProblem, PairInput } from '../crm/associationPlan';
import { json } from './answer';
import type { Answer } from './answer';
import { ANY_INVALID, VALIDATION, associationWords } from './associationWords';
import type { Ends, PairWording } from './associationWords';
import { errorBody } from './errors';
import type { InputError } from './writeProblems';

type Naming = Pick<AssociationOptions, 'pairNaming'> & PairWording;

/** The entry of `errors` for one pair. */
export function pairError(
  problem: AssociationProblem,
  pair: PairInput,
  ends: Ends,
  wording: Naming,
): InputError {
  const error = associationWords(problem, ends, wording);
  switch (wording.pairNaming) {
    case 'asRecorded':
      return error;
    case 'ends':
      return { ...error, context: { fromObjectId: [pair.fromId], toObjectId: [pair.toId] } };
    case 'sentence':
      return { ...error, message: naming(error, problem), context: undefined };
    case 'nothing':
      return { ...VALIDATION, message: ANY_INVALID };
  }
}

/** The 400 for all pairs of a request. */
export function allPairsRefused(
  problem: AssociationProblem,
  pair: PairInput,
  ends: Ends,
  wording: Naming,
): Answer {
  const { message, ...rest } = pairError(problem, pair, ends, wording);
  return json(400, errorBody(message, rest));
}

/** HubSpot docs, changelog of 2026-09: what it says where the user may not edit associations. */
export function editAssociationsMissing(): Answer {
  return json(
    400,
    errorBody("Missing 'Edit Associations' permission.", { category: VALIDATION.category }),
  );
}

/** The error's sentence, with the id that its context would tell. */
function naming({ message, context }: InputError, problem: AssociationProblem): string {
  const id = 'id' in problem ? problem.id : undefined;
  if (id === undefined || message.includes(id)) return message;
  return context?.INVALID_OBJECT_IDS?.[0] ?? `${message} (${id})`;
}
