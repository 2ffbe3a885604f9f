/** Something that no record is to blame for, and that every record would meet. */
export interface Fault {
  /** `target` where other object types or id properties may still pass. */
  scope: 'run' | 'target';
  /** What happened, as a sentence without its full stop. */
  title: string;
  /** What to do about it. */
  advice: string;
  /** Would the items pass later, unchanged? */
  retryable: boolean;
  /** May the node throw for it? Not for a limit that ends by itself. */
  throws: boolean;
  /** Given where it is met by those records alone that set one of these properties. */
  properties?: readonly string[];
}

/** What ends a run when its user stops it. */
export const CANCELLED: Fault = {
  scope: 'run',
  title: 'The execution was cancelled',
  advice: 'Run the item again.',
  retryable: true,
  throws: false,
};

/** Items that the node forgot: they must leave it all the same. */
export const UNACCOUNTED: Fault = {
  scope: 'run',
  title: 'The node lost track of the item',
  advice: 'Please report it; the item can be run again.',
  retryable: true,
  throws: false,
};

/** A fault of this node's own. */
export function internalFault(error: unknown): Fault {
  return {
    scope: 'run',
    title: `The node stopped because of a fault of its own (${messageOf(error)})`,
    advice: 'Please report it; the items can be run again.',
    retryable: true,
    throws: true,
  };
}

/** A run that cannot begin: a parameter or the credential is unusable. */
export function setUpFault(error: unknown): Fault {
  const advice =
    error instanceof Error && 'advice' in error && typeof error.advice === 'string'
      ? `${error.advice}.`
      : 'Check the parameters and the credential of the node.';
  return { scope: 'run', title: messageOf(error), advice, retryable: false, throws: true };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
