/** Forms in which an account may keep a property's values, otherwise than they are sent. */
export type StoredAs = 'trimmed' | 'lowerCase' | 'upperCase' | 'compatible' | 'lettersAndDigits';

const FORMS: Record<StoredAs, (text: string) => string> = {
  trimmed: (text) => text.trim(),
  lowerCase: (text) => text.toLowerCase(),
  upperCase: (text) => text.toUpperCase(),
  /** Full-width letters, ligatures and the like become plain ones. */
  compatible: (text) => text.normalize('NFKC'),
  lettersAndDigits: (text) => text.replace(/[^\p{L}\p{N}]/gu, ''),
};

/** The text in one form after the other. */
export function inForms(text: string, forms: readonly StoredAs[]): string {
  return forms.reduce((stored, form) => FORMS[form](stored), text);
}
