const COMPANIES = ['companies', 'company', '0-2'];

/** Is it the property of companies that holds the domain of their site? */
export function isCompanyDomain(objectType: string, property: string): boolean {
  return property === 'domain' && COMPANIES.includes(objectType.toLowerCase());
}

/** The domain in an address, as HubSpot stores it: no scheme, no path, in lower case. */
export function toDomain(text: string): string {
  const [, host = text] =
    /^(?:https?:\/*|(?:[a-z][a-z0-9+.-]*:)?\/\/)?(?:[^@/?#]*@)?([^/?#:]+)/i.exec(text) ?? [];
  return host.toLowerCase().replace(/\.$/, '');
}

/** The same without a leading `www.`, which HubSpot may take off or leave. */
export function withoutWww(domain: string): string {
  return domain.replace(/^www\./, '');
}
