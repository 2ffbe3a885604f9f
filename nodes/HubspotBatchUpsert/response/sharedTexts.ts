import type { RecordResult } from '../hubspot/types';
import type { RecordWrite } from '../model/record';

type Fields = Record<string, unknown>;

/**
 * Lets the results of one answer share their texts, with what was sent and with each other: the
 * parser makes a text anew wherever it stands, and a run holds the results of all its records.
 */
export class SharedTexts {
  private readonly texts = new Map<string, string>();
  /** What the addresses of records begin with. */
  private addressStart = '';

  /**
   * Puts shared texts in the place of equal ones.
   *
   * @param write What the result is the result of.
   */
  share(result: RecordResult, write: RecordWrite): void {
    const fields = result as Fields;
    for (const name in fields) {
      const value = fields[name];
      if (name === 'url') result.url = this.address(result);
      else if (typeof value === 'string') fields[name] = this.sharedText(value, result, write);
    }
    const { properties } = result;
    if (typeof properties !== 'object' || properties === null) return;
    const sent: Fields = write.properties;
    for (const name in properties) {
      const value = properties[name];
      if (typeof value !== 'string') continue;
      properties[name] = value === sent[name] ? sent[name] : this.sharedText(value, result, write);
    }
  }

  /** Does the same for all texts within an error: HubSpot may list the same options in each. */
  shareWithin(error: object): void {
    const fields = error as Fields;
    for (const name in fields) {
      const value = fields[name];
      if (typeof value === 'string') fields[name] = this.known(value);
      else if (typeof value === 'object' && value !== null) this.shareWithin(value);
    }
  }

  private sharedText(
    text: string,
    { id: recordId }: RecordResult,
    { id, traceId }: RecordWrite,
  ): string {
    if (text === recordId) return recordId;
    if (text === id) return id;
    if (text === traceId) return traceId;
    return this.known(text);
  }

  private known(text: string): string {
    const known = this.texts.get(text);
    if (known === undefined) this.texts.set(text, text);
    return known ?? text;
  }

  /** A record's address ends in its id: put together from both, it takes no room of its own. */
  private address({ id, url }: RecordResult): RecordResult['url'] {
    if (typeof id !== 'string' || typeof url !== 'string' || !url.endsWith(id)) return url;
    const length = url.length - id.length;
    const isKnown = length === this.addressStart.length && url.startsWith(this.addressStart);
    if (!isKnown) this.addressStart = url.slice(0, length);
    return this.addressStart + id;
  }
}
