/** What HubSpot answers, put together for tests. */

/** One input of a batch, as the node sent it. */
export interface SentInput {
  id: string;
  idProperty: string;
  properties: Record<string, string>;
  objectWriteTraceId: string;
}

/** One pair of a request to associate, as the node sent it. */
export interface SentPair {
  from: { id: string };
  to: { id: string };
  types?: Array<{ associationCategory: string; associationTypeId: number }>;
}

export interface Reply {
  status: number;
  /** Text is sent as it is. */
  body: unknown;
  headers?: Record<string, string>;
}

export function ok(body: unknown): Reply {
  return { status: 200, body };
}

/** 200 with a result for every input, in the order of the inputs. */
export function allCreated(inputs: SentInput[]): Reply {
  return complete(inputs.map((input) => resultFor(input)));
}

/** 201 with a record for every input of a batch that creates. */
export function allAdded(inputs: SentInput[]): Reply {
  const results = inputs.map(({ properties, objectWriteTraceId }, index) => {
    const { new: _, ...result } = resultFor({
      ...{ id: String(index), idProperty: 'hs_object_id', properties, objectWriteTraceId },
    });
    return result;
  });
  return { ...complete(results), status: 201 };
}

/** 200 with a record for every input of a batch that updates. */
export function allUpdated(inputs: SentInput[]): Reply {
  return complete(
    inputs.map((input) => {
      const { id, idProperty } = input;
      const { new: _, ...result } = resultFor({ ...input, idProperty: idProperty ?? 'unknown' });
      return { ...result, id: idProperty === undefined ? id : `9${id}` };
    }),
  );
}

/** What a search finds: records with their ids and properties. */
export function searched(records: Array<[id: string, properties: Record<string, string>]>): Reply {
  const results = records.map(([id, properties]) => ({ id, properties }));
  return ok({ total: records.length, results });
}

/** A result as HubSpot gives it for an input. */
export function resultFor({ id, idProperty, properties, objectWriteTraceId }: SentInput) {
  return {
    id: `9${id}`,
    properties: { ...properties, [idProperty]: id, hs_object_id: `9${id}` },
    createdAt: '2026-03-10T23:04:41.164Z',
    updatedAt: '2026-03-10T23:04:41.164Z',
    archived: false,
    new: true,
    objectWriteTraceId,
  };
}

export function complete(results: unknown[], more: object = {}): Reply {
  return ok({
    status: 'COMPLETE',
    results,
    startedAt: '2026-03-10T23:04:41.164Z',
    completedAt: '2026-03-10T23:04:41.264Z',
    ...more,
  });
}

/** What a batch read finds: records by their key, with their properties. */
export function found(records: Array<Record<string, string>>): Reply {
  return complete(
    records.map((properties, index) => ({ id: String(700 + index), properties, archived: false })),
  );
}

/** 200 with a result for every pair. */
export function allAssociated(pairs: SentPair[]): Reply {
  return complete(pairs.map(({ from, to }) => ({ from, to })));
}

/** What records are associated with, by the id of each: the others, with the types of association. */
export function associatedWith(others: Record<string, Record<string, number[]>>): Reply {
  return complete(
    Object.entries(others).map(([id, to]) => ({
      from: { id },
      to: Object.entries(to).map(([toObjectId, typeIds]) => ({
        toObjectId,
        associationTypes: typeIds.map((typeId) => ({ category: 'USER_DEFINED', typeId })),
      })),
    })),
  );
}
