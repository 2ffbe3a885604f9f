import { labelValue, parseAssociationLabels } from '../hubspot/associationLabels';
import type { AssociationLabel } from '../hubspot/associationLabels';
import type { AssociationType, ObjectTypePair } from '../hubspot/types';
import { isJsonSuccess, type HttpResult } from '../http/response';
import { ownFailure, type Failure } from '../model/outcome';
import { quote } from '../values/quote';
import { folded } from '../values/sameValue';
import type { RunContext } from '../delivery/runContext';
import { endsRun, whichScopes } from '../delivery/unreadList';

/** What a label stands for: a type of association, or the default one where there is no type. */
export interface MeantType {
  label: string;
  type?: AssociationType;
}

const DEFAULT: MeantType = { label: '' };

/** A type as the node's list of labels gives it, e.g. `USER_DEFINED:37`. */
const BY_TYPE_ID = /^([A-Z_]+):(\d+)$/;

/**
 * The labels that object types can be associated with, read once for each pair of types of which an item
 * gives a label by its name. A type by its number is HubSpot's to judge.
 */
export class AssociationTypes {
  private readonly wanted = new Map<string, Map<string, KnownLabels>>();

  /** Notes that a label between the two types has to be understood. */
  want({ fromObjectType, toObjectType }: ObjectTypePair, label: string): void {
    if (label === '' || BY_TYPE_ID.test(label)) return;
    const ofType = this.wanted.get(fromObjectType) ?? new Map<string, KnownLabels>();
    const known = ofType.get(toObjectType) ?? {
      labels: undefined,
      whyUnknown: '',
      asked: new Set(),
    };
    known.asked.add(label);
    ofType.set(toObjectType, known);
    this.wanted.set(fromObjectType, ofType);
  }

  /**
   * Reads all that is wanted. What is remembered from earlier runs is no reason to refuse a label: where it
   * would be one, all is read anew, once. Where HubSpot cannot be reached the run ends: nothing has been
   * written.
   */
  async read(context: RunContext): Promise<void> {
    const { lists } = context.client;
    await this.readAll(context);
    if (!lists.isByMemory || this.areAllMeant()) return;
    lists.readAnew();
    await this.readAll(context);
  }

  private async readAll(context: RunContext): Promise<void> {
    const reads: Array<Promise<void>> = [];
    this.wanted.forEach((ofType, fromObjectType) =>
      ofType.forEach((known, toObjectType) =>
        reads.push(learn(known, { fromObjectType, toObjectType }, context)),
      ),
    );
    await Promise.all(reads);
  }

  /** Does each label that is asked for mean one of those that were read? */
  private areAllMeant(): boolean {
    const all = [...this.wanted.values()].flatMap((ofType) => [...ofType.values()]);
    return all.every(
      ({ labels, asked }) =>
        labels === undefined ||
        [...asked].every((label) => labelsMeant(labels, label).length === 1),
    );
  }

  /** @returns Why the label cannot be had, where it means none or several of those that there are. */
  meant(types: ObjectTypePair, label: string): MeantType | Failure {
    if (label === '') return DEFAULT;
    const { fromObjectType, toObjectType } = types;
    const [, category, typeId] = BY_TYPE_ID.exec(label) ?? [];
    if (category !== undefined) {
      return { label, type: { associationCategory: category, associationTypeId: Number(typeId) } };
    }
    const { labels, whyUnknown } = this.wanted.get(fromObjectType)?.get(toObjectType) ?? UNREAD;
    if (labels === undefined) return unusable(label, unlisted(label, whyUnknown));
    const [one, ...others] = labelsMeant(labels, label);
    if (one === undefined) return unusable(label, noSuchLabel(label, types, labels));
    if (others.length > 0) return unusable(label, severalLabels(label, [one, ...others]));
    return {
      label: one.label ?? label,
      type: { associationCategory: one.category, associationTypeId: one.typeId },
    };
  }
}

interface KnownLabels {
  /** Undefined where they could not be read. */
  labels: readonly AssociationLabel[] | undefined;
  whyUnknown: string;
  /** Labels as items give them. */
  asked: Set<string>;
}

const UNREAD: KnownLabels = {
  labels: undefined,
  whyUnknown: 'HubSpot was not asked for them.',
  asked: new Set(),
};

async function learn(
  known: KnownLabels,
  types: ObjectTypePair,
  { client, run }: RunContext,
): Promise<void> {
  const { result } = await client.associationLabels(types);
  if (isJsonSuccess(result)) known.labels = parseAssociationLabels(result.json);
  else if (result !== undefined && !endsRun(result, 'the labels of associations', run)) {
    known.whyUnknown = whyUnread(result);
    known.labels = undefined;
  }
}

function whyUnread(result: HttpResult): string {
  return `HubSpot did not list them.${whichScopes(result)}`;
}

function labelsMeant(labels: readonly AssociationLabel[], text: string): AssociationLabel[] {
  const matching = [
    (each: AssociationLabel) => each.label === text,
    (each: AssociationLabel) => each.label !== null && folded(each.label) === folded(text),
  ];
  for (const isMeant of matching) {
    const meant = labels.filter(isMeant);
    if (meant.length > 0) return meant;
  }
  return [];
}

function unlisted(label: string, whyUnknown: string): string {
  return `The association label ${quote(label)} could not be looked up among HubSpot's, since ${whyUnknown} Give its category and number instead, such as USER_DEFINED:37`;
}

function noSuchLabel(
  label: string,
  { fromObjectType, toObjectType }: ObjectTypePair,
  labels: readonly AssociationLabel[],
): string {
  const named = labels.flatMap(({ label }) => (label === null ? [] : [quote(label)]));
  return named.length > 0
    ? `HubSpot has no association label ${quote(label)} between ${fromObjectType} and ${toObjectType}: take one of ${named.join(', ')}, or leave the label empty for the default association`
    : `HubSpot has no association labels between ${fromObjectType} and ${toObjectType}, so ${quote(label)} is none: leave the label empty for the default association`;
}

function severalLabels(label: string, labels: readonly AssociationLabel[]): string {
  return `Several association labels are called ${quote(label)}: take ${labels.map(labelValue).join(' or ')}`;
}

function unusable(label: string, message: string): Failure {
  return ownFailure('INVALID_VALUE', message, { value: label, stage: 'associate' });
}
