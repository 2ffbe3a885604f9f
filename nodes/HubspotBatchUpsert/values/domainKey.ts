import { Invalid } from './conversion';
import { quote } from './quote';

const COMPANIES = ['companies', 'company', '0-2'];

/** Is it the property of companies that holds the domain of their site? */
export function isCompanyDomain(objectType: string, property: string): boolean {
  return property === 'domain' && COMPANIES.includes(objectType.toLowerCase());
}

/** Scheme, user and what follows the host; a port is no scheme, although a colon stands before it. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|\/\/)?(?:[^@/?#\s]*:[^@/?#\s]*@)?([^/?#]*)/i;

/** The domain in an address, as HubSpot stores it: no scheme, no path, in lower case. */
export function toDomain(text: string): string {
  const [, host = ''] = ADDRESS.exec(text) ?? [];
  return host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
}

/** What stands in no domain; it comes of lists, links and e-mail addresses. */
const FOREIGN = /[\s,;:<>()"'\\[\]@|]/;

/**
 * A domain by which a company is found. Text that is none, such as `n/a`, would stand for one company
 * in all items that have it.
 */
export function toDomainKey(text: string): string | Invalid {
  const domain = toDomain(text);
  const labels = withoutWww(domain).split('.');
  if (labels.length > 1 && !labels.includes('') && !FOREIGN.test(domain)) return domain;
  const reason = domain.includes('@') ? ' but an e-mail address' : '';
  return new Invalid(
    `${quote(text)} is no domain${reason}: write one domain alone, such as example.com`,
  );
}

/** The domain without a leading `www.`, which HubSpot may take off or leave: nothing of HubSpot's says which. */
export function withoutWww(domain: string): string {
  return domain.replace(/^www\./, '');
}
