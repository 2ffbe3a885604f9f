import type { RecordResult } from '../hubspot/shapes';
import type { RecordWrite } from '../records/recordInput';

/**
 * Lets the results of one answer share their texts, with what was sent and with each other: the
 * parser makes a text anew wherever it stands, and a run holds the results of all its records.
 */
export class SharedTexts {
  private readonly texts = new Map<string, string>();

  /**
   * Puts shared texts in the place of equal ones.
   *
   * @param write What the result is the result of.
   */
  share(result: RecordResult, { id, properties: sent }: RecordWrite): void {
    this.texts.set(id, id);
    this.shareFields(result as Record<string, unknown>);
    this.shareBeginning(result);
    const { properties } = result;
    if (typeof properties !== 'object' || properties === null) return;
    for (const name of Object.keys(sent)) {
      if (Object.hasOwn(properties, name) && properties[name] === sent[name]) {
        properties[name] = sent[name];
      }
    }
    this.shareFields(properties, sent);
  }

  /** The address of a record ends in its id: put together from both, it takes no room of its own. */
  private shareBeginning(result: RecordResult): void {
    const { id, url } = result;
    if (typeof id !== 'string' || typeof url !== 'string' || !url.endsWith(id)) return;
    result.url = this.shared(url.slice(0, url.length - id.length)) + id;
  }

  private shareFields(fields: Record<string, unknown>, but: object = {}): void {
    for (const name of Object.keys(fields)) {
      const value = fields[name];
      if (typeof value === 'string' && !Object.hasOwn(but, name)) fields[name] = this.shared(value);
    }
  }

  private shared(text: string): string {
    const known = this.texts.get(text);
    if (known === undefined) this.texts.set(text, text);
    return known ?? text;
  }
}
