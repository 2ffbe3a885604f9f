import type { Answer } from '../answers/answer';
import { invalidIdentifier, noAssociations } from '../answers/associationWords';
import type { InputError } from '../answers/writeProblems';
import type { AssociationDefinition } from '../crm/associationTypes';
import type { Hubspot } from '../hubspotState';
import { isObject, textOf } from '../json';
import { associationsAnswer, idOf } from './associationAnswer';
import { endTables } from './associations';
import { inputId, rawInputs } from './batchInputs';
import type { ApiVersion, Call } from './endpoint';

/** `POST …/batch/read`: the associations of records; one that has none is an error. */
export function readAssociations(version: ApiVersion) {
  return (call: Call, hubspot: Hubspot): Answer => {
    const { options, crm } = hubspot;
    const startedAt = options.now();
    const { from, to } = endTables(call, hubspot);
    const ends = { from: from.type, to: to.type };
    const results: unknown[] = [];
    const errors: InputError[] = [];
    for (const raw of rawInputs(call.body, options.associationReadLimit)) {
      const asked = inputId(raw);
      const now = options.oldIdsLead === 'everywhere' ? from.oldIds.now(asked) : asked;
      const others = [...crm.associations.kinds(ends.from.objectTypeId, now, ends.to.objectTypeId)];
      const id = options.mergedEndToldBy === 'idNow' ? now : asked;
      if (!/^\d+$/.test(asked)) errors.push(invalidIdentifier(asked));
      else if (others.length === 0) errors.push(noAssociations(asked, ends));
      else results.push({ from: { id }, ...page(others, afterOf(raw), hubspot) });
    }
    return associationsAnswer(hubspot, version, { results, errors, startedAt });
  };
}

/** Where a record's next page begins; it means nothing to clients. */
function afterOf(raw: unknown): number {
  const after = isObject(raw) ? (textOf(raw.after) ?? '') : '';
  return Number(Buffer.from(after, 'base64url').toString()) || 0;
}

function page(
  others: [string, readonly AssociationDefinition[]][],
  start: number,
  hubspot: Hubspot,
) {
  const end = start + hubspot.options.associationsPageSize;
  const to = others.slice(start, end).map(([id, kinds]) => ({
    toObjectId: idOf(id, hubspot),
    associationTypes: kinds.map(({ category, typeId, label }) => ({ category, typeId, label })),
  }));
  if (end >= others.length) return { to };
  const after = Buffer.from(String(end)).toString('base64url');
  return { to, paging: { next: { after, link: '' } } };
}
