import {
  batchReadPath,
  batchWritePath,
  propertiesPath,
} from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import type { ApiVersion } from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import { resultsOf } from './answers';
import { CannotTry } from './hubspot';
import type { Answer, Hubspot } from './hubspot';
import type { Names } from './names';

/** One entry of `inputs`. */
export interface Input {
  id?: string;
  idProperty?: string;
  properties: Record<string, string | null>;
  objectWriteTraceId?: string;
  associations?: never[];
}

/** A value by which a record that was sent can be found, whatever was answered. */
export interface Mark {
  objectType: string;
  property: string;
  value: string;
}

/** Makes what facts are tried with, and keeps book of it before it is sent. */
export class Workshop {
  readonly marks: Mark[] = [];
  /** By object type. */
  readonly recordIds = new Map<string, Set<string>>();
  readonly properties: string[] = [];
  /** Object types of which a write had no answer, so that nobody knows the records' ids. */
  readonly unanswered = new Set<string>();
  private made: Promise<void> | undefined;

  constructor(
    private readonly hubspot: Hubspot,
    readonly names: Names,
  ) {}

  /** Custom properties of contacts, made once. */
  async makeProperties(): Promise<void> {
    this.made ??= this.make();
    await this.made;
  }

  /** Writes records; which of them came to be is found out in the end, if not told. */
  async write(
    version: ApiVersion,
    operation: 'upsert' | 'create' | 'update',
    objectType: string,
    inputs: readonly Input[],
  ): Promise<Answer> {
    if (objectType === 'contacts') await this.makeProperties();
    this.marks.push(...inputs.flatMap((input) => marksOf(objectType, input, this.names)));
    const path = batchWritePath(version, objectType, operation);
    const answer = await this.hubspot.send('POST', path, { inputs }).catch((error: unknown) => {
      this.unanswered.add(objectType);
      throw error;
    });
    for (const { id } of resultsOf(answer)) if (id !== undefined) this.noteId(objectType, id);
    return answer;
  }

  /**
   * Merges two records that were made.
   *
   * @returns The id of what they were merged into.
   */
  async merge(objectType: string, primaryId: string, otherId: string): Promise<string> {
    const path = batchReadPath('v3', objectType).replace(/batch\/read$/, 'merge');
    const ids = { primaryObjectId: primaryId, objectIdToMerge: otherId };
    const answer = await this.hubspot.send('POST', path, ids);
    const { id } = (answer.body ?? {}) as { id?: string };
    if (id === undefined) throw new CannotTry(`nothing was merged, HTTP ${answer.status}`);
    this.noteId(objectType, id);
    return id;
  }

  private noteId(objectType: string, id: string): void {
    const ids = this.recordIds.get(objectType) ?? new Set();
    this.recordIds.set(objectType, ids.add(id));
  }

  private async make(): Promise<void> {
    const { key, otherKey, text, number } = this.names;
    await this.makeProperty(key, { hasUniqueValue: true });
    await this.makeProperty(otherKey, { hasUniqueValue: true });
    await this.makeProperty(text);
    await this.makeProperty(number, { type: 'number', fieldType: 'number' });
  }

  private async makeProperty(name: string, more: object = {}): Promise<void> {
    this.properties.push(name);
    const { status, body } = await this.hubspot.send('POST', propertiesPath('v3', 'contacts'), {
      name,
      label: name,
      groupName: 'contactinformation',
      type: 'string',
      fieldType: 'text',
      ...more,
    });
    if (status < 300) return;
    const { message } = (body ?? {}) as { message?: string };
    throw new CannotTry(`the property ${name} could not be made: ${message ?? status}`);
  }
}

/** Contacts are found by key and address, other records by their names. */
function marksOf(objectType: string, { id, idProperty, properties }: Input, names: Names): Mark[] {
  const values = { ...properties, ...(id && idProperty && { [idProperty]: id }) };
  const marking = objectType === 'contacts' ? [names.key, 'email'] : ['name', 'dealname'];
  return marking.flatMap((property) => {
    const value = values[property];
    return value ? [{ objectType, property, value }] : [];
  });
}
