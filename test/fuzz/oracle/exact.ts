import { batches } from './budget';
import type { Trial } from './truth';

/** Without faults, no request is wasted and every failure is final and of its own kind. */
export function wasteful(trial: Trial): string[] {
  const { evidence, given, leaving } = trial;
  const count = (operation: string) =>
    evidence.log.filter((entry) => entry.operation === operation && entry.status !== 401).length;
  const needed = { properties: 1, upsert: batches(trial) };
  const objections = Object.entries(needed)
    .filter(([operation, most]) => count(operation) !== most)
    .map(([operation, most]) => `${count(operation)} requests for ${operation}, not ${most}`);
  const isStale = given.authentication === 'oAuth2' && given.isTokenStale;
  if (count('token') !== (isStale ? 1 : 0)) objections.push(`${count('token')} renewals`);
  for (const entry of leaving.values()) {
    if ('failure' in entry && entry.failure.retryable) {
      objections.push(`item ${entry.index} would not pass later either: ${entry.failure.category}`);
    }
  }
  return objections;
}
