const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A contact's further addresses, joined by `;`; each leads to it as `email` does (facts.md, "Keys"). */
export const ADDITIONAL_EMAILS = 'hs_additional_emails';

/** The addresses that a value of `hs_additional_emails` holds. */
export function addresses(value: string | undefined): string[] {
  return (value ?? '').split(';').filter((address) => address !== '');
}

/** The unique values in a property's value: itself, or each additional address as an `email`. */
export function keysIn(name: string, value: string | undefined): [name: string, value: string][] {
  if (name === ADDITIONAL_EMAILS) return addresses(value).map((address) => ['email', address]);
  return value ? [[name, value]] : [];
}

/** E-mails are stored lower-cased (facts.md, "Keys"). */
export function readEmail(text: string) {
  const email = text.trim().toLowerCase();
  return EMAIL.test(email) ? email : invalidEmail(text);
}

/** @param current What the contact holds now; a leading `;` appends to it. */
export function readEmails(text: string, current: string | undefined) {
  const emails = addresses(text).map((address) => address.trim().toLowerCase());
  const wrong = emails.find((email) => !EMAIL.test(email));
  if (wrong !== undefined) return invalidEmail(wrong);
  const kept = text.startsWith(';') ? addresses(current) : [];
  return [...new Set([...kept, ...emails])].join(';');
}

function invalidEmail(text: string) {
  return { error: 'INVALID_EMAIL', message: `Email address ${text} is invalid` };
}
