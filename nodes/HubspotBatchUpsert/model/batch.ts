import type { RecordWrite } from './record';
import type { Target } from './target';

/** Records that travel in one request: one target, one round. */
export interface Batch {
  target: Target;
  writes: RecordWrite[];
}
