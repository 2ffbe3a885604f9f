import { fits } from './operations';

/** A request that HubSpot takes although none of the OpenAPI files at hand declares it. */
interface Undeclared {
  method: string;
  /** With `{name}` for parameters. */
  path: string;
  /** Source. */
  because: string;
}

const UNDECLARED: Undeclared[] = [
  {
    method: 'GET',
    path: '/oauth/authorize',
    because: 'a page for a browser, described in HubSpot docs, "Working with OAuth"',
  },
  {
    method: 'POST',
    path: '/oauth/authorize',
    because: 'what the buttons of that page send; HubSpot keeps it to itself',
  },
  {
    method: 'POST',
    path: '/oauth/v1/token',
    because: 'the older twin of /oauth/v3/token, until 2027-02-16; only the v3 file is at hand',
  },
  {
    method: 'GET',
    path: '/crm/v3/schemas',
    because: 'the older path of /crm-object-schemas/v3/schemas, in HubSpot docs, "Custom objects"',
  },
  {
    method: 'GET',
    path: '/crm/v4/associations/{fromObjectType}/{toObjectType}/labels',
    because:
      'in HubSpot docs, "Associations v4", and in @hubspot/api-client; the file has them elsewhere',
  },
  {
    method: 'POST',
    path: '/contacts/v1/contact/createOrUpdate/email/{email}',
    because: 'the contacts API before v3, in legacydocs.hubspot.com; OpenAPI files begin with v3',
  },
  {
    method: 'GET',
    path: '/contacts/v1/contact/vid/{vid}/profile',
    because: 'the contacts API before v3, in legacydocs.hubspot.com; OpenAPI files begin with v3',
  },
];

/** Is a request in none of the files for a known reason? */
export function isUndeclared(method: string, path: string): boolean {
  return UNDECLARED.some(
    (known) => known.method === method && fits(known.path.split('/'), path.split('/')),
  );
}
