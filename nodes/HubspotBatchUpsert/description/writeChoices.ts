import type { INodeProperties } from 'n8n-workflow';

/** Which records may be written, and what of them. */
export const operation: INodeProperties = {
  displayName: 'Operation',
  name: 'operation',
  type: 'options',
  noDataExpression: true,
  options: [
    {
      name: 'Create',
      value: 'create',
      description: 'Create new records only; those that already exist are left alone',
      action: 'Create records',
    },
    {
      name: 'Create or Update',
      value: 'upsert',
      description: 'Create a new record, or update the current one if it already exists (upsert)',
      action: 'Create or update records',
    },
    {
      name: 'Update',
      value: 'update',
      description: 'Update existing records only; none is created',
      action: 'Update records',
    },
  ],
  default: 'upsert',
  description:
    'Which records may be written. Items whose record may not be written leave on the Success output with the outcome skipped.',
};

/** A record that is created has no values yet: with that operation these two would say nothing. */
const WHERE_RECORDS_ARE_UPDATED = { hide: { '/operation': ['create'] } };

export const existingValues: INodeProperties = {
  displayName: 'Existing Values',
  name: 'existingValues',
  type: 'options',
  displayOptions: WHERE_RECORDS_ARE_UPDATED,
  options: [
    {
      name: 'Keep',
      value: 'keep',
      description: 'Only properties that are empty in HubSpot are filled',
    },
    {
      name: 'Overwrite',
      value: 'overwrite',
      description: "The item's values replace what HubSpot holds",
    },
  ],
  default: 'overwrite',
  description:
    'What to do with values that a record has in HubSpot already. To keep them, records are read before they are written.',
};

export const skipUnchanged: INodeProperties = {
  displayName: 'Skip Unchanged',
  name: 'skipUnchanged',
  type: 'boolean',
  displayOptions: WHERE_RECORDS_ARE_UPDATED,
  default: false,
  description:
    "Whether to read records first, and write only those that differ from their items, and of these only what differs. That spares HubSpot's workflows, property histories and last-modified dates. It saves requests only where little has changed, because reading takes as many as writing.",
};

export const nonUniqueId: INodeProperties = {
  displayName: 'Non-Unique ID',
  name: 'nonUniqueId',
  type: 'options',
  options: [
    {
      name: 'Refuse',
      value: 'refuse',
      description: 'Nothing is written, and the message names the properties that can be used',
    },
    {
      name: 'Search',
      value: 'search',
      description:
        'Records are searched for. Where several have the same value, the item leaves on the Error output, unwritten.',
    },
  ],
  default: 'refuse',
  description:
    "What to do if HubSpot does not keep the values of the ID property unique, as with the domain of companies, a phone number or a deal's name. HubSpot's search does not find a record in the first seconds after it was written, so a second one may be created beside a record that somebody else has just made.",
};

export const dryRun: INodeProperties = {
  displayName: 'Dry Run',
  name: 'dryRun',
  type: 'boolean',
  default: false,
  description:
    'Whether to write nothing, and only tell what would happen. Each item says whether its record would be created or updated, with the changes, or left as it is, or why it could not be written.',
};
