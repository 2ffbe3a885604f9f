import { objectTypeInPaths } from '../hubspot/objectTypeNames';
import { Invalid } from './conversion';
import { quote } from './quote';

/** Is it the property of companies that holds the domain of their site? */
export function isCompanyDomain(objectType: string, property: string): boolean {
  return property === 'domain' && objectTypeInPaths(objectType) === 'companies';
}

/**
 * Scheme, user with password, host, and what follows. Behind `//` alone stands a user: `mailto:` does
 * not begin the address of a site. A port is no scheme, although a colon stands before it.
 */
const ADDRESS = /^(?:(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^@/?#\s]*:[^@/?#\s]*@)?)?([^/?#]*)/i;

/** The domain in an address, as HubSpot stores it: no scheme, no path, in lower case. */
export function toDomain(text: string): string {
  const [, host = ''] = ADDRESS.exec(text) ?? [];
  return host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
}

/** What stands in no domain: blanks, and of ASCII all but letters, digits, `_` and `-`. */
const FOREIGN = /\s|[^\w.\u0080-\u{10ffff}-]/u;

/** Top-level domains have two letters at least; digits only where they stand for other scripts (IANA). */
const TOP_LEVEL = /^(?:[\p{L}\p{M}]{2,}|xn--[a-z0-9-]+)$/u;

const IP_ADDRESS = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/**
 * A domain by which a company is found. Text that is none, such as `n/a` or `n.a.`, would stand for
 * one company in all items that have it.
 */
export function toDomainKey(text: string): string | Invalid {
  const domain = toDomain(text);
  if (IP_ADDRESS.test(domain) || isDomain(domain)) return domain;
  const reason = domain.includes('@') ? ' but an e-mail address' : '';
  return new Invalid(
    `${quote(text)} is no domain${reason}: write one domain alone, such as example.com`,
  );
}

function isDomain(text: string): boolean {
  const labels = withoutWww(text).split('.');
  const isComplete = labels.length > 1 && !labels.includes('');
  return isComplete && !FOREIGN.test(text) && TOP_LEVEL.test(labels.at(-1) ?? '');
}

/** The domain without a leading `www.`, which HubSpot may take off or leave: nothing of HubSpot's says which. */
export function withoutWww(domain: string): string {
  return domain.replace(/^www\./, '');
}
