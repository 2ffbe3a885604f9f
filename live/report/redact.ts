const BLOT = '•••';

/** Fields whose values are ids or secrets, whatever they look like. */
const ID_FIELDS = new Set([
  'id',
  'ids',
  'portalId',
  'hs_object_id',
  'correlationId',
  'existingId',
  'fromObjectId',
  'toObjectId',
  'link',
  'url',
]);

const TOKEN = /\b(?:pat|na\d|eu\d|ap\d)-[\w-]{8,}/gi;
const UUID = /\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/gi;
const LONG_NUMBER = /\d{7,}/g;

/** Blots out what belongs to an account: its key, its ids, and everything that looks like them. */
export function redactor(secrets: readonly string[]): (value: unknown) => unknown {
  const known = secrets.filter((secret) => secret !== '').map(asPattern);
  const redactText = (text: string) => {
    const shapes = text.replace(TOKEN, BLOT).replace(UUID, BLOT).replace(LONG_NUMBER, BLOT);
    return known.reduce((rest, secret) => rest.replace(secret, BLOT), shapes);
  };
  const redact = (value: unknown): unknown => {
    if (typeof value === 'string') return redactText(value);
    if (typeof value === 'number')
      return String(value) === redactText(String(value)) ? value : BLOT;
    if (Array.isArray(value)) return value.map(redact);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        redactText(name),
        ID_FIELDS.has(name) && inner !== null ? BLOT : redact(inner),
      ]),
    );
  };
  return redact;
}

/** A short id is no part of a longer number. */
function asPattern(secret: string): RegExp {
  if (/^\d+$/.test(secret)) return new RegExp(`(?<!\\d)${secret}(?!\\d)`, 'g');
  return new RegExp(secret.replace(/[^\w-]/g, '\\$&'), 'g');
}
