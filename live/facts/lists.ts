import {
  accountPath,
  associationLabelsPath,
  ownersPath,
  pipelinesPath,
  propertiesPath,
  schemasPath,
} from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import { resultsOf } from '../account/answers';
import type { Answer } from '../account/hubspot';
import { mustBe, oneOf, type Fact } from './fact';

const VERSION = '2026-09';
const TYPES = { fromObjectType: 'contacts', toObjectType: 'companies' };

const TWINS: Record<string, string> = {
  properties: propertiesPath(VERSION, 'contacts'),
  schemas: schemasPath(VERSION),
  owners: ownersPath(VERSION),
  pipelines: pipelinesPath(VERSION, 'deals'),
  'association labels': associationLabelsPath(VERSION, TYPES),
};

/** What the node asks beside records. Only how it is answered stands in the report, not what the account holds. */
export const LISTS: Fact[] = [
  ...Object.entries(TWINS).map(([name, path]): Fact => ({
    name: `${name} of ${VERSION}`,
    claim: 'They are listed',
    try: async ({ hubspot }) => {
      const answer = withoutBody(await hubspot.send('GET', path));
      return mustBe(answer.status === 200, `HTTP ${answer.status}`, answer);
    },
  })),
  {
    name: `the account of ${VERSION}`,
    claim: 'It is shown',
    try: async ({ hubspot }) => {
      const answer = withoutBody(await hubspot.send('GET', accountPath(VERSION)));
      return mustBe(answer.status === 200, `HTTP ${answer.status}`, answer);
    },
  },
  {
    name: 'property definitions',
    claim: 'They come in one page, or in several',
    try: async ({ hubspot }) => {
      const answer = await hubspot.send('GET', propertiesPath('v3', 'contacts'));
      const { paging } = (answer.body ?? {}) as { paging?: unknown };
      const way = answer.status === 200 ? (paging === undefined ? 'one' : 'several') : undefined;
      const ways = {
        one: `${resultsOf(answer).length} in one page`,
        several: 'in several pages',
      };
      return oneOf(way, ways, withoutBody(answer));
    },
  },
];

function withoutBody(answer: Answer): Answer {
  return { ...answer, body: undefined };
}
