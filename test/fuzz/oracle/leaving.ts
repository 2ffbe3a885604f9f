import type { INodeExecutionData } from 'n8n-workflow';
import type { NodeOutcome } from '../../../sandbox/engine/runNode';
import {
  failureOf,
  positions,
  type HubspotErrorFields,
  type HubspotFields,
} from '../../support/accounted';

/** How one item left the node. */
export type Leaving =
  | { index: number; item: INodeExecutionData; success: HubspotFields }
  | {
      index: number;
      item: INodeExecutionData;
      failure: HubspotErrorFields;
      /** Of one that was written and could not be associated. */
      record?: HubspotFields;
    };

/** What the item tells of the record that was written for it; undefined where none was. */
export function writtenAs(leaving: Leaving): HubspotFields | undefined {
  return 'success' in leaving ? leaving.success : leaving.record;
}

/** Every item that left, by the place it came from, the Success output first. */
export function leavingOf({ success, error }: NodeOutcome, form: string): Leaving[] {
  const [written, failed] = [positions(success), positions(error)];
  return [
    ...success.map((item, at) => ({
      index: written[at]!,
      item,
      success: (form === 'record' ? item.json : item.json.hubspot) as unknown as HubspotFields,
    })),
    ...error.map((item, at) => {
      const failure = failureOf(item);
      const isWritten = failure.stage === 'associate' && failure.attempted;
      const record = isWritten ? (item.json.hubspot as unknown as HubspotFields) : undefined;
      return { index: failed[at]!, item, failure, record };
    }),
  ];
}
