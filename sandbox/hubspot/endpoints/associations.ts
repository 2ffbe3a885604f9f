import type { Answer } from '../answers/answer';
import { inputError } from '../answers/writeProblems';
import type { InputError } from '../answers/writeProblems';
import { defaultAssociation } from '../crm/associations';
import type { AssociationType } from '../crm/associations';
import type { ObjectTable } from '../crm/objectTable';
import type { Hubspot } from '../hubspotState';
import { isObject } from '../json';
import { batchAnswer, silentNoop } from './batchAnswer';
import { inputId, rawInputs } from './batchInputs';
import type { Call } from './endpoint';
import { objectTable } from './objectTable';

/** One pair of records to associate. */
interface Pair {
  fromId: string;
  toId: string;
  types: AssociationType[];
}

/** HubSpot docs, "Associations v4": inputs of one request. */
const MAX_INPUTS = 2000;

/** `POST …/batch/associate/default`: the default association of each pair. */
export function associateDefault(call: Call, hubspot: Hubspot): Answer {
  const { from, to } = ends(call, hubspot);
  const standard = defaultAssociation(from.type.objectTypeId, to.type.objectTypeId);
  return associate(call, hubspot, {
    status: 200,
    typesOf: () => [standard],
    result: ({ fromId, toId }) => ({
      from: { id: fromId },
      to: { id: toId },
      associationSpec: standard,
    }),
  });
}

/** `POST …/batch/create`: associations of the types that each pair names. */
export function associateLabelled(call: Call, hubspot: Hubspot): Answer {
  const { from, to } = ends(call, hubspot);
  return associate(call, hubspot, {
    status: 201,
    typesOf: associationTypes,
    result: ({ fromId, toId, types }) => ({
      fromObjectTypeId: from.type.objectTypeId,
      fromObjectId: fromId,
      toObjectTypeId: to.type.objectTypeId,
      toObjectId: toId,
      labels: types.map(({ associationTypeId }) => `Type ${associationTypeId}`),
    }),
  });
}

interface Manner {
  status: number;
  typesOf: (raw: unknown) => AssociationType[];
  result: (pair: Pair) => unknown;
}

function associate(call: Call, hubspot: Hubspot, { status, typesOf, result }: Manner): Answer {
  const startedAt = hubspot.options.now();
  const { from, to } = ends(call, hubspot);
  const inputs = rawInputs(call.body, MAX_INPUTS);
  if (inputs.length === 0) return silentNoop();

  const results: unknown[] = [];
  const errors: InputError[] = [];
  for (const raw of inputs) {
    const pair = readPair(raw, typesOf(raw));
    const error =
      impossible(pair, from, to) ??
      missingEnd(from, pair.fromId, hubspot) ??
      missingEnd(to, pair.toId, hubspot);
    if (error !== undefined) {
      errors.push(error);
      continue;
    }
    const { fromId, toId, types } = pair;
    const fromObjectTypeId = from.type.objectTypeId;
    const toObjectTypeId = to.type.objectTypeId;
    hubspot.crm.associations.add({ fromObjectTypeId, fromId, toObjectTypeId, toId }, types);
    results.push(result(pair));
  }
  return batchAnswer({
    results,
    errors,
    startedAt,
    completedAt: hubspot.options.now(),
    status,
  });
}

function ends(call: Call, hubspot: Hubspot) {
  return {
    from: objectTable(hubspot, call, call.params.fromObjectType),
    to: objectTable(hubspot, call, call.params.toObjectType),
  };
}

function readPair(raw: unknown, types: AssociationType[]): Pair {
  const { from, to } = isObject(raw) ? raw : {};
  return { fromId: inputId(from), toId: inputId(to), types };
}

function associationTypes(raw: unknown): AssociationType[] {
  const types: unknown[] = isObject(raw) && Array.isArray(raw.types) ? raw.types : [];
  return types.filter(isObject).map(({ associationCategory, associationTypeId }) => ({
    associationCategory: String(associationCategory),
    associationTypeId: Number(associationTypeId),
  }));
}

/** What HubSpot refuses without looking for the records (shapes: rebuilt.207.associations). */
function impossible(
  { fromId, toId }: Pair,
  from: ObjectTable,
  to: ObjectTable,
): InputError | undefined {
  const odd = [fromId, toId].find((id) => !/^\d+$/.test(id));
  if (odd !== undefined) {
    return {
      status: 'error',
      category: 'VALIDATION_ERROR',
      subCategory: 'crm.associations.INVALID_IDENTIFIER',
      message: `${odd} is not a valid ID`,
      context: { id: [odd] },
    };
  }
  if (from !== to || fromId !== toId) return undefined;
  const message = `Object ${fromId} cannot be associated to itself (${fromId})`;
  return { status: 'error', category: 'VALIDATION_ERROR', message };
}

function missingEnd(table: ObjectTable, id: string, { options }: Hubspot): InputError | undefined {
  return table.records.has(id)
    ? undefined
    : inputError(table.type, { kind: 'notFound', id }, options, undefined);
}
