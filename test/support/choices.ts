import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { NodeOutcome } from '../../sandbox/engine/runNode';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';
import { failureOf, positions, type HubspotFields } from './accounted';
import { idProperty, objectType } from './target';
import { serviceKeyOf, upsert } from './upsert';

/** By what records are found, each with what is peculiar to it. */
export interface FoundBy {
  name: string;
  objectType: string;
  idProperty: string;
  /** A text that the items give, and another one. */
  texts: [first: string, second: string];
  options: INodeParameters;
  /** How an item names the record that was put under the key. */
  itemsKey: (recordId: string, key: string) => string;
  put: (sandbox: Sandbox, key: string, values: Record<string, string>) => string;
  /** As items name one that is not there. */
  missing: string[];
}

const LINE_ITEMS_BY_KEY: FoundBy = {
  name: 'line items by a unique property',
  objectType: 'line_items',
  idProperty: 'invoice_line_key',
  texts: ['name', 'description'],
  options: {},
  itemsKey: (_, key) => key,
  put: ({ store }, key, values) => store.put('line_items', { invoice_line_key: key, ...values }),
  missing: ['M-1', 'M-2'],
};

const CONTACTS_BY_ADDITIONAL_ADDRESS: FoundBy = {
  name: 'contacts by an additional address',
  objectType: 'contacts',
  idProperty: 'email',
  texts: ['firstname', 'city'],
  options: {},
  itemsKey: (_, key) => `${key}@Old.com`,
  put: ({ store }, key, values) => {
    const id = store.put('contacts', { email: `${key}@new.com`.toLowerCase(), ...values });
    store.addEmail(id, `${key}@old.com`.toLowerCase());
    return id;
  },
  missing: ['m-1@x.com', 'm-2@x.com'],
};

export const COMPANIES_BY_DOMAIN: FoundBy = {
  name: 'companies by a search for their domain',
  objectType: 'companies',
  idProperty: 'domain',
  texts: ['name', 'city'],
  options: { nonUniqueId: 'search' },
  itemsKey: (_, key) => `https://${key}.com/about`,
  put: ({ store }, key, values) => {
    const id = store.put('companies', { domain: `www.${key}.com`.toLowerCase(), ...values });
    store.search.catchUp();
    return id;
  },
  missing: ['m-1.com', 'm-2.com'],
};

const LINE_ITEMS_BY_RECORD_ID: FoundBy = {
  ...LINE_ITEMS_BY_KEY,
  name: 'line items by record ID',
  idProperty: 'hs_object_id',
  itemsKey: (recordId) => recordId,
  missing: ['99', '98'],
};

type End = 'created' | 'updated' | 'unchanged' | 'skipped' | 'RECORD_NOT_FOUND';

export interface Choice {
  name: string;
  operation: 'upsert' | 'create' | 'update';
  options: INodeParameters;
  /** What becomes of a record that is there and differs, of one that holds the same, and of none. */
  ends: { differing: End; same: End; missing: End };
  /** Are values that HubSpot holds left as they are? */
  keeps: boolean;
}

const CREATE: Choice = {
  name: 'Create',
  operation: 'create',
  options: {},
  ends: { differing: 'skipped', same: 'skipped', missing: 'created' },
  keeps: true,
};

const UPDATE: Choice = {
  name: 'Update',
  operation: 'update',
  options: {},
  ends: { differing: 'updated', same: 'updated', missing: 'skipped' },
  keeps: false,
};

const UPSERT: Choice = {
  name: 'Create or Update',
  operation: 'upsert',
  options: {},
  ends: { differing: 'updated', same: 'updated', missing: 'created' },
  keeps: false,
};

const KEEP: Choice = {
  ...UPSERT,
  name: 'Existing Values: Keep',
  options: { existingValues: 'keep' },
  ends: { differing: 'updated', same: 'unchanged', missing: 'created' },
  keeps: true,
};

const SKIP: Choice = {
  ...KEEP,
  name: 'Skip Unchanged',
  options: { skipUnchanged: true },
  keeps: false,
};

const UPDATE_AND_KEEP: Choice = {
  ...KEEP,
  name: 'Update, Existing Values: Keep',
  operation: 'update',
  ends: { ...KEEP.ends, missing: 'skipped' },
};

const UPDATE_AND_SKIP: Choice = {
  ...SKIP,
  name: 'Update, Skip Unchanged',
  operation: 'update',
  ends: { ...SKIP.ends, missing: 'skipped' },
};

const BY_KEY = [CREATE, UPDATE, KEEP, SKIP, UPDATE_AND_KEEP, UPDATE_AND_SKIP];
const BY_SEARCH = [UPSERT, ...BY_KEY];
const BY_RECORD_ID = [UPSERT, UPDATE, KEEP, SKIP, UPDATE_AND_KEEP].map((choice): Choice => ({
  ...choice,
  ends: {
    ...choice.ends,
    missing: choice.operation === 'update' ? 'skipped' : 'RECORD_NOT_FOUND',
  },
}));

/** Every choice with everything that records are found by, for `it.each`. */
export const EVERY_CHOICE: Array<[choice: string, foundBy: string, Choice, FoundBy]> = [
  ...BY_KEY.map((choice) => [choice, LINE_ITEMS_BY_KEY] as const),
  ...BY_KEY.map((choice) => [choice, CONTACTS_BY_ADDITIONAL_ADDRESS] as const),
  ...BY_SEARCH.map((choice) => [choice, COMPANIES_BY_DOMAIN] as const),
  ...BY_RECORD_ID.map((choice) => [choice, LINE_ITEMS_BY_RECORD_ID] as const),
].map(([choice, foundBy]) => [choice.name, foundBy.name, choice, foundBy]);

/** An item for the record, with both texts. */
export function itemFor(
  { idProperty, texts: [first, second] }: FoundBy,
  key: string,
  more: IDataObject = {},
): IDataObject {
  return { [idProperty]: key, [first]: 'New', [second]: 'Filled', ...more };
}

/** The two texts of a record, as HubSpot holds them. */
export function textsOf({ store }: Sandbox, { objectType, texts }: FoundBy, id: string) {
  const record = store.records(objectType).find((one) => one.id === id);
  return texts.map((name) => record?.properties[name]);
}

/** What the choice makes of the texts of a record that holds the first one alone. */
export function textsAfter({ ends, keeps }: Choice): Array<string | undefined> {
  if (ends.differing === 'skipped') return ['Old', undefined];
  return [keeps ? 'Old' : 'New', 'Filled'];
}

/** Runs the node with what the choice sets, and more. */
export async function runWith(
  sandbox: Sandbox,
  items: IDataObject[],
  { choice, foundBy, more }: { choice: Choice; foundBy: FoundBy; more?: INodeParameters },
): Promise<NodeOutcome> {
  return await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: {
      ...objectType(foundBy.objectType),
      ...idProperty(foundBy.idProperty),
      operation: choice.operation,
      ...more,
      options: {
        ...foundBy.options,
        ...choice.options,
        ...(more?.options as INodeParameters | undefined),
      },
    },
  });
}

/** Of each item, in input order: the outcome of its record, or why that failed. */
export function endsInOrder({ success, error }: NodeOutcome): string[] {
  const ends: string[] = [];
  const [written, failed] = [positions(success), positions(error)];
  for (const [place, { json }] of success.entries()) {
    ends[written[place]!] = (json.hubspot as unknown as HubspotFields).outcome;
  }
  for (const [place, item] of error.entries()) ends[failed[place]!] = failureOf(item).category;
  return ends;
}
