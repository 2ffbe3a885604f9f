/** What one run calls the things that it makes; nothing else in the account is called so. */
export interface Names {
  key: string;
  otherKey: string;
  text: string;
  number: string;
  /** A value that no other run and no other call of it has. */
  value: (what: string) => string;
  email: (what: string) => string;
}

/** @param now Epoch milliseconds; runs that begin in different seconds have different names. */
export function namesOf(now: number): Names {
  const run = Math.floor(now / 1_000).toString(36);
  const property = (name: string) => `n8n_live_${run}_${name}`;
  let last = 0;
  const next = (what: string) => {
    last += 1;
    return `n8n-live-${run}-${last}-${what}`;
  };
  return {
    key: property('key'),
    otherKey: property('other_key'),
    text: property('text'),
    number: property('number'),
    value: next,
    email: (what) => `${next(what)}@example.com`,
  };
}
