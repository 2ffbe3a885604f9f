import { DUPLICATE_VALUE } from '../hubspot/categories';
import { CONFLICT, NOT_FOUND } from '../hubspot/statuses';
import type { Failure } from '../model/outcome';
import type { WriteOperation } from '../model/record';

const MISSING = /NOT_FOUND/i;
const MISSING_RECORD = /\b(?:not found|does not exist|may be deleted)\b/i;

/**
 * Does a refusal say that HubSpot's store is otherwise than was thought: that the record to update is
 * not there, or that the one to create is? Which of these its words mean, only the store can tell.
 */
export function contradictsStore(failure: Failure, operation: WriteOperation): boolean {
  const { httpStatus, category, subCategory, code, message, property } = failure;
  const names = [category, subCategory, code].map(String);
  switch (operation) {
    case 'upsert':
      return false;
    case 'create':
      return httpStatus === CONFLICT || category === 'CONFLICT' || DUPLICATE_VALUE.test(message);
    case 'update':
      if (property !== null) return false;
      return (
        httpStatus === NOT_FOUND ||
        names.some((name) => MISSING.test(name)) ||
        MISSING_RECORD.test(message)
      );
  }
}
