import { Pacer } from './pacer';

/** The pacers of this process by account. They hold no credential, only its id in n8n. */
const pacers = new Map<string, Pacer>();

/**
 * The pacer that all executions on an account share in this process: many webhook executions at
 * once have one rate limit between them.
 *
 * @param account What the account is known by: base URL and credential.
 */
export function pacerFor(account: string): Pacer {
  for (const [known, pacer] of pacers) {
    if (known !== account && pacer.isIdle()) pacers.delete(known);
  }
  const pacer = pacers.get(account) ?? new Pacer();
  pacers.set(account, pacer);
  return pacer;
}
