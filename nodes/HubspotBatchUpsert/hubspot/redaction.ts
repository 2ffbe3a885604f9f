import { changeTexts } from './jsonTexts';

/** Names under which a credential stands, in JSON as in the text of a request. */
const NAMES =
  '(?:access|refresh|id)_?token|client_?secret|(?:proxy-)?authorization|hapikey|(?:x-)?api[_-]?key|service_?key|password';
const SECRET_NAME = new RegExp(`^(?:${NAMES})$`, 'i');

/**
 * What credentials look like, wherever they stand. The node never sees its own, so it knows them
 * by their form: each pattern is read in one pass, because an error may be long and hostile.
 */
const SECRETS: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /\b(?:Bearer|Basic)(?:\s|%20|\+)+(?:[\w.~+/=%-]{12,}|(?=[\w.~+/=%-]*\d)[\w.~+/=%-]{6,})/gi,
    '(hidden)',
  ],
  // Service keys and tokens of private apps: `pat-<region>-<uuid>`, cut off or not.
  [/\bpat-[a-z]{2}\d{1,2}-[\w-]+/gi, '(hidden)'],
  // Refresh tokens and codes of OAuth: `<region>-<uuid>`, or with one group more.
  [/\b[a-z]{2}\d{1,2}-(?:[0-9a-f]{4}-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]+/gi, '(hidden)'],
  // Access tokens of OAuth: base64url of a message whose first byte is 8 (HubSpot, "Using OAuth").
  [/\bC[A-P][\w-]{58,}={0,2}/g, '(hidden)'],
  [
    new RegExp(
      `\\b(${NAMES})\\b([\\s"'\\\\]*(?::|=|%3a|%3d)[\\s"'\\\\]*)(?:(?:Bearer|Basic|Digest|Token)(?:\\s|%20|\\+)+)?[^\\s"'\\\\&,;}]+`,
      'gi',
    ),
    '$1$2(hidden)',
  ],
  // Whatever is long, holds a digit and follows a word for a credential.
  [
    /\b(tokens?|keys?|secret|credentials?)\b([\s"'`:=(\\]{1,6})(?=[\w.~+/=-]{0,100}\d)[\w.~+/=-]{20,}/gi,
    '$1$2(hidden)',
  ],
];

/**
 * Blots out credentials in what goes out: HubSpot never quotes one, but a gateway in front of it may
 * quote the whole request.
 *
 * @param value Text or JSON, left as it is.
 * @returns The same without them, and without what is nested too deep.
 */
export function redact<Value>(value: Value): Value {
  return changeTexts(value, { text: redactText, field: hidden });
}

function hidden(name: string, value: unknown): string | undefined {
  return SECRET_NAME.test(name) && value !== undefined ? '(hidden)' : undefined;
}

/** Holds no credential, since each of `SECRETS` holds another character or is longer. */
const WORD = /^\w{0,59}$/;

function redactText(text: string): string {
  if (WORD.test(text)) return text;
  return SECRETS.reduce((left, [secret, instead]) => left.replace(secret, instead), text);
}
