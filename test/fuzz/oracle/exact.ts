import { batches } from './budget';
import type { Trial } from './truth';

/** Without faults, no request is wasted and every failure is final and of its own kind. */
export function wasteful(trial: Trial): string[] {
  const { evidence, given, leaving } = trial;
  const { objectType } = given.target;
  const count = (operation: string) =>
    evidence.log.filter(
      (entry) =>
        entry.operation === operation &&
        entry.status !== 401 &&
        (operation !== 'properties' || entry.objectType === objectType),
    ).length;
  const upserts = evidence.log.filter(({ operation }) => operation === 'upsert');
  // A batch is refused where it is too large for the account, or has two addresses of one contact.
  const refused = upserts.filter(({ status }) => status === 400);
  const needed = { properties: 1, ...(refused.length === 0 && { upsert: batches(trial) }) };
  const objections = Object.entries(needed)
    .filter(([operation, most]) => count(operation) !== most)
    .map(([operation, most]) => `${count(operation)} requests for ${operation}, not ${most}`);
  const { mostInputs } = given.account;
  const tooLarge = refused.filter(({ inputIds }) => inputIds.length > mostInputs).length;
  if (tooLarge > given.options.maxConcurrency) objections.push(`${tooLarge} batches too large`);
  const isStale = given.authentication === 'oAuth2' && given.isTokenStale;
  if (count('token') !== (isStale ? 1 : 0)) objections.push(`${count('token')} renewals`);
  for (const entry of leaving.values()) {
    // A permission may be granted.
    if ('record' in entry && entry.record && given.associating?.account.isPermissionMissing)
      continue;
    if ('failure' in entry && entry.failure.retryable) {
      objections.push(`item ${entry.index} would not pass later either: ${entry.failure.category}`);
    }
  }
  return objections;
}
