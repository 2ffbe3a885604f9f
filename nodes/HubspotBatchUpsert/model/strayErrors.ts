import { shorten } from '../hubspot/bounds';

/** So many sentences a reader takes in. */
const MOST = 5;

/** Errors of HubSpot's for which no record of the run failed: each sentence once. */
export class StrayErrors {
  readonly sentences = new Set<string>();
  /** Are there others, for which there is no room? */
  areMore = false;

  note(message: string): void {
    const sentence = shorten(message);
    if (this.sentences.has(sentence)) return;
    if (this.sentences.size < MOST) this.sentences.add(sentence);
    else this.areMore = true;
  }
}
