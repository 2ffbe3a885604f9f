import { parseArgs } from 'node:util';

/** Where the key of the account stands; a flag would end up in shell histories. */
export const KEY_VARIABLE = 'HUBSPOT_SERVICE_KEY';

/** More contacts than a test account has. */
export const MAX_CONTACTS = 3_000;

export const USAGE = `npm run live [-- options]

Tries the open facts about HubSpot on a real account, one by one, and writes a report that says of
each whether it holds. Use a test account: a developer test account or a sandbox costs nothing.

  ${KEY_VARIABLE}=pat-… npm run live

  --yes            write without asking first
  --any-size       also where the account has more than ${MAX_CONTACTS.toLocaleString('en-US')} contacts
  --only TEXT      only facts whose name holds the text; repeatable
  --pause MS       milliseconds between two requests (default 250)
  --out DIR        where the report goes (default: reports/live)
  --base-url URL   another address than https://api.hubapi.com, such as that of npm run sandbox
  --help           this text

It makes properties of contacts, and contacts, companies and deals, all named n8n_live_… or
n8n-live-…, and removes them in the end, also after Ctrl+C. What is removed stands in HubSpot's
recycle bin for 90 days. It sends 250 requests at most, within ten minutes.
`;

export const HOW_TO_GET_A_KEY = `The key of a HubSpot account is missing: ${KEY_VARIABLE} is not set.

1. Take an account without real data: a developer test account (developers.hubspot.com) or a sandbox.
2. In it open Development > Keys > Service keys and create a key with these scopes:
   crm.objects.contacts.read   crm.objects.contacts.write   crm.schemas.contacts.read   crm.schemas.contacts.write
   crm.objects.companies.read  crm.objects.companies.write  crm.schemas.companies.read
   crm.objects.deals.read      crm.objects.deals.write      crm.schemas.deals.read
   crm.objects.owners.read     crm.schemas.custom.read
3. ${KEY_VARIABLE}=pat-… npm run live

What a scope is missing for is told as not tried. npm run live -- --help says what it does.
`;

/** What the command line asks for. */
export interface Request {
  isConfirmed: boolean;
  isAnySize: boolean;
  only: string[];
  pauseMs: number;
  out: string;
  baseUrl: string;
}

export type Command =
  { kind: 'run'; request: Request } | { kind: 'help' } | { kind: 'unusable'; message: string };

/** @param args Without the program's name. */
export function parseCommandLine(args: string[]): Command {
  try {
    const { values } = parseArgs({
      args,
      options: {
        yes: { type: 'boolean', default: false },
        'any-size': { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] as string[] },
        pause: { type: 'string', default: '250' },
        out: { type: 'string', default: 'reports/live' },
        'base-url': { type: 'string', default: 'https://api.hubapi.com' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    return {
      kind: 'run',
      request: {
        isConfirmed: values.yes,
        isAnySize: values['any-size'],
        only: values.only,
        pauseMs: readPause(values.pause),
        out: values.out,
        baseUrl: readBaseUrl(values['base-url']),
      },
    };
  } catch (error) {
    return { kind: 'unusable', message: error instanceof Error ? error.message : String(error) };
  }
}

function readPause(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new Error(`--pause must be a whole number of milliseconds, not "${text}"`);
}

function readBaseUrl(text: string): string {
  if (/^https?:\/\/[^\s/?#@]+$/.test(text)) return text;
  throw new Error(`--base-url must look like https://api.hubapi.com, not "${text}"`);
}
