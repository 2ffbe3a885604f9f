import { Refusal } from '../answers/answer';
import type { Answer } from '../answers/answer';
import { allPairsRefused, editAssociationsMissing, pairError } from '../answers/associationErrors';
import { validationError } from '../answers/errors';
import { planPairs } from '../crm/associationPlan';
import type { PairInput, PlannedPair } from '../crm/associationPlan';
import type { Pair } from '../crm/associations';
import type { AssociationType } from '../crm/associationTypes';
import type { ObjectTable } from '../crm/objectTable';
import type { Hubspot } from '../hubspotState';
import { isObject } from '../json';
import { associationsAnswer, distinctErrors, idOf } from './associationAnswer';
import { inputId, rawInputs } from './batchInputs';
import type { ApiVersion, Call } from './endpoint';
import { objectTable } from './objectTable';

type Made = Extract<PlannedPair, { kind: 'associate' }>;
type Refused = Extract<PlannedPair, { kind: 'refused' }>;

/** The object types of a request. */
export interface EndTables {
  from: ObjectTable;
  to: ObjectTable;
}

interface Manner {
  /** Where all went well. */
  status: number;
  typesOf: (raw: unknown) => AssociationType[] | undefined;
  /** @param told By which ids its records are told. */
  result: (made: Made, told: Pair) => unknown;
}

/** `POST …/batch/associate/default`: the default association of each pair. */
export function associateDefault(version: ApiVersion) {
  return (call: Call, hubspot: Hubspot): Answer => {
    const { from, to } = endTables(call, hubspot);
    const [standard] = hubspot.crm.associations.types.between(
      from.type.objectTypeId,
      to.type.objectTypeId,
    );
    return associate(call, hubspot, version, {
      status: 200,
      typesOf: () => undefined,
      result: (_, { fromId, toId }) => ({
        from: { id: fromId },
        to: { id: toId },
        associationSpec: {
          associationCategory: standard?.category,
          associationTypeId: standard?.typeId,
        },
      }),
    });
  };
}

/** `POST …/batch/create`: associations of the types that each pair names. */
export function associateLabelled(version: ApiVersion) {
  return (call: Call, hubspot: Hubspot): Answer => {
    const { from, to } = endTables(call, hubspot);
    return associate(call, hubspot, version, {
      status: version === 'v3' ? 201 : 200,
      typesOf: associationTypes,
      result: ({ kinds }, { fromId, toId }) => ({
        fromObjectTypeId: from.type.objectTypeId,
        fromObjectId: idOf(fromId, hubspot),
        toObjectTypeId: to.type.objectTypeId,
        toObjectId: idOf(toId, hubspot),
        labels: kinds.flatMap(({ label }) => label ?? []),
      }),
    });
  };
}

/** The tables of both object types of a path. */
export function endTables(call: Call, hubspot: Hubspot): EndTables {
  return {
    from: objectTable(hubspot, call, call.params.fromObjectType),
    to: objectTable(hubspot, call, call.params.toObjectType),
  };
}

function associate(
  call: Call,
  hubspot: Hubspot,
  version: ApiVersion,
  { status, typesOf, result }: Manner,
): Answer {
  const { options, crm } = hubspot;
  const startedAt = options.now();
  const { from, to } = endTables(call, hubspot);
  if (options.editAssociationsMissingIn.includes(version)) return editAssociationsMissing();
  const inputs = rawInputs(call.body, options.associationBatchLimit);
  const pairs = inputs.map((raw) => readPair(raw, typesOf(raw)));

  const plan = planPairs(pairs, {
    from,
    to,
    associations: crm.associations,
    limits: options.associationLimits,
    takesOldIds: options.oldIdsLead === 'everywhere',
    isType: (spelling, type) => crm.table(spelling)?.type === type,
  });
  const ends = { from: from.type, to: to.type };
  const refused = plan.filter((planned): planned is Refused => planned.kind === 'refused');
  const decisive = refused.find(({ problem }) => options.refuseAllPairsFor.includes(problem.kind));
  if (decisive !== undefined) {
    return allPairsRefused(decisive.problem, decisive.pair, ends, options);
  }

  const made = plan.filter((planned): planned is Made => planned.kind === 'associate');
  for (const { now, kinds } of made) {
    crm.associations.add(ends.from.objectTypeId, ends.to.objectTypeId, now, kinds);
  }
  const told = ({ pair, now }: Made) => (options.mergedEndToldBy === 'idNow' ? now : pair);
  const errors = refused.map(({ problem, pair }) => pairError(problem, pair, ends, options));
  return {
    ...associationsAnswer(hubspot, version, {
      results: made.map((one) => result(one, told(one))),
      errors: distinctErrors(errors, options),
      startedAt,
      status,
    }),
    associated: made.map(({ pair: { fromId, toId } }) => ({ fromId, toId })),
  };
}

function readPair(raw: unknown, types: AssociationType[] | undefined): PairInput {
  const { from, to } = isObject(raw) ? raw : {};
  return { fromId: inputId(from), toId: inputId(to), types };
}

/** @throws Refusal where a pair names no type at all. */
function associationTypes(raw: unknown): AssociationType[] {
  const types: unknown[] = isObject(raw) && Array.isArray(raw.types) ? raw.types : [];
  if (types.length === 0) {
    throw new Refusal(
      validationError('Invalid input JSON: Some required fields were not set: [types]'),
    );
  }
  return types.filter(isObject).map(({ associationCategory, associationTypeId }) => ({
    associationCategory: String(associationCategory),
    associationTypeId: Number(associationTypeId),
  }));
}
