import { askedToWait } from '../http/retryPolicy';

/** HubSpot asks all who share the account to wait, for longer than one of them will. */
export class OutOfPatience extends Error {
  constructor(askedMs: number) {
    super(askedToWait(askedMs));
  }
}
