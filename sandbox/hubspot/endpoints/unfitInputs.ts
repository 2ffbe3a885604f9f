import { PORTAL_ID } from '../account';
import { Refusal } from '../answers/answer';
import { validationError } from '../answers/errors';
import type { ObjectTable } from '../crm/objectTable';
import type { WriteInput, WriteOperation } from '../crm/writePlan';
import type { SandboxOptions } from '../options';

/**
 * Refused with or without trace ids (shape: fixture.400.duplicate-ids).
 *
 * @throws Refusal where two inputs have the same id.
 */
export function refuseDuplicateIds(inputs: readonly WriteInput[]): void {
  refuseRepeated(inputs, ({ idProperty, id }) =>
    idProperty === 'email' ? `email=${id.trim().toLowerCase()}` : `${idProperty ?? ''}=${id}`,
  );
}

/**
 * What HubSpot does with two ids of one record, such as two addresses of a contact, is not known: it
 * may take them for the same id.
 *
 * @throws Refusal where two writes are to the same record.
 */
export function refuseDuplicateRecords(
  writes: readonly { input: WriteInput; recordId: string }[],
): void {
  const recordIds = new Map(writes.map(({ input, recordId }) => [input, recordId]));
  refuseRepeated([...recordIds.keys()], (input) => recordIds.get(input)!);
}

function refuseRepeated(
  inputs: readonly WriteInput[],
  nameOf: (input: WriteInput) => string,
): void {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const input of inputs) {
    const name = nameOf(input);
    if (seen.has(name)) repeated.add(input.id);
    seen.add(name);
  }
  if (repeated.size === 0) return;
  const ids = [...repeated];
  throw new Refusal(
    validationError(`Duplicate IDs found in batch input: [${ids.join(', ')}]. IDs must be unique`, {
      context: { ids },
    }),
  );
}

/**
 * Shape: thread.400.non-unique-idproperty. Updates may name records by their id, and then must not
 * name hs_object_id (github.com/segmentio/action-destinations/pull/3957).
 *
 * @throws Refusal where an input's idProperty does not identify records.
 */
export function refuseOtherThanUnique(
  table: ObjectTable,
  inputs: readonly WriteInput[],
  operation: WriteOperation,
  { updatesByEmail }: Pick<SandboxOptions, 'updatesByEmail'>,
): void {
  const isUpdate = operation === 'update';
  for (const { idProperty } of inputs) {
    if (isUpdate && idProperty === undefined) continue;
    const name = idProperty ?? 'hs_object_id';
    const isRefused = isUpdate && name === 'email' && updatesByEmail === 'refused';
    if (isRefused || !table.isUnique(name)) throw notUnique('update/upsert', table, name);
  }
}

/**
 * HubSpot reads records by unique properties alone; its words for it are taken from those for writing.
 *
 * @throws Refusal
 */
export function refuseReadByOthers(table: ObjectTable, idProperty: string | undefined): void {
  if (idProperty === undefined || idProperty === 'hs_object_id' || table.isUnique(idProperty))
    return;
  throw notUnique('read', table, idProperty);
}

function notUnique(what: string, { type }: ObjectTable, idProperty: string): Refusal {
  return new Refusal(
    validationError(
      `Unable to perform ${what} by non-unique ${type.objectTypeId} property ${idProperty} in portal ID ${PORTAL_ID}`,
    ),
  );
}
