import {
  afterPass,
  afterRefusal,
  nextGroup,
  startGroupTest,
} from '../../nodes/HubspotBatchUpsert/delivery/groupTest';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { writeOf } from './write';

export const HUNDRED = Array.from({ length: 100 }, (_, index) => writeOf(String(index)));

/** Tests groups with a HubSpot that refuses every one with a bad record in it. */
export function findBad(areBad: ReadonlySet<number>, size: number) {
  const writes = HUNDRED.slice(0, size);
  const isBad = ({ id }: RecordWrite) => areBad.has(Number(id));
  const bad: number[] = [];
  const written: number[] = [];
  let requests = 0;
  let groupTest = startGroupTest(writes);
  for (let group = nextGroup(groupTest); group.length > 0; group = nextGroup(groupTest)) {
    requests += 1;
    const isRefused = group.some(isBad);
    const ids = group.map(({ id }) => Number(id));
    if (!isRefused) written.push(...ids);
    else if (ids.length === 1) bad.push(...ids);
    groupTest = isRefused ? afterRefusal(groupTest, group) : afterPass(groupTest, group);
  }
  return { bad, written, requests };
}
