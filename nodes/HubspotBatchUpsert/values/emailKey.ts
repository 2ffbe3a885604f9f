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

/** What an address holds nowhere; it comes of lists, links and address books. */
const FOREIGN = /[,;:<>()"\\]/;

function defect(text: string): string | undefined {
  const [mailbox, domain, ...others] = text.split('@');
  if (domain === undefined) return 'is not an e-mail address, because it has no @';
  if (others.length > 0) return 'is not one e-mail address, because it has more than one @';
  if (/\s/.test(text)) return 'is not an e-mail address, because it has blanks inside';
  if (mailbox === '') return 'is not an e-mail address, because nothing stands before the @';
  if (domain === '') return 'is not an e-mail address, because nothing stands behind the @';
  const [foreign] = FOREIGN.exec(text) ?? [];
  return foreign && `is not an e-mail address, because it holds ${foreign}`;
}
