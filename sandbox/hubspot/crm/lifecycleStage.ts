import { LIFECYCLE_STAGES } from '../properties/contacts';

const ORDER = Object.keys(LIFECYCLE_STAGES);

/**
 * A contact's lifecycle stage only moves forward unless it was cleared before (HubSpot docs). A
 * backward value is dropped without an error, as far as is known.
 *
 * @returns What the record holds afterwards.
 */
export function nextLifecycleStage(current: string | undefined, wanted: string): string {
  if (wanted === '' || !current) return wanted;
  return ORDER.indexOf(wanted) < ORDER.indexOf(current) ? current : wanted;
}
