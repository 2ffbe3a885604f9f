/** Forms in which an account may keep a property's values, otherwise than they are sent. */
export type StoredAs =
  'trimmed' | 'lowerCase' | 'upperCase' | 'compatible' | 'lettersAndDigits' | 'withoutUrl';

const FORMS: Record<StoredAs, (text: string) => string> = {
  trimmed: (text) => text.trim(),
  lowerCase: (text) => text.toLowerCase(),
  upperCase: (text) => text.toUpperCase(),
  /** Full-width letters, ligatures and the like become plain ones. */
  compatible: (text) => text.normalize('NFKC'),
  /** The domain of an address: without a scheme, a path or a query. */
  withoutUrl: (text) => text.replace(/^[a-z]+:\/\//i, '').replace(/[/?#].*$/s, ''),
  lettersAndDigits: (text) => text.replace(/[^\p{L}\p{N}]/gu, ''),
};

/** The text in one form after the other. */
export function inForms(text: string, forms: readonly StoredAs[]): string {
  return forms.reduce((stored, form) => FORMS[form](stored), text);
}
