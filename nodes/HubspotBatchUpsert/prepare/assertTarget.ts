import type { ReadItems } from '../input/items';
import { UnusableParameter } from '../input/unusableParameter';
import type { Settings } from '../model/settings';
import { targetDefect } from './identify';

/**
 * Where object type and idProperty are the same for all items, a fault in them is the run's.
 *
 * @throws UnusableParameter
 */
export function assertTarget(
  { targets, varies }: Pick<ReadItems, 'targets' | 'varies'>,
  { operation }: Pick<Settings, 'operation'>,
): void {
  const [first] = targets;
  if (varies || first === undefined) return;
  const defect = targetDefect(first, operation);
  if (defect) throw new UnusableParameter(defect.property, defect.value, defect.reason);
}
