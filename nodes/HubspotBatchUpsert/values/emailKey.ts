import { Invalid } from './conversion';
import { quote } from './quote';

/**
 * An e-mail address by which a contact is found. HubSpot would refuse what is none, and with it
 * the batch.
 */
export function toEmailKey(text: string): string | Invalid {
  const reason = defect(text);
  return reason === undefined
    ? text
    : new Invalid(`${quote(text)} ${reason}: write one address alone, such as ada@example.com`);
}

function defect(text: string): string | undefined {
  const [, domain, ...others] = text.split('@');
  if (domain === undefined) return 'is not an e-mail address, because it has no @';
  if (others.length > 0) return 'is not one e-mail address, because it has more than one @';
  return /\s/.test(text) ? 'is not an e-mail address, because it has blanks inside' : undefined;
}
