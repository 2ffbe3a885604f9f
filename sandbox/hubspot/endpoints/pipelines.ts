import { json } from '../answers/answer';
import type { Answer } from '../answers/answer';
import type { Pipeline } from '../crm/pipelines';
import type { Hubspot } from '../hubspotState';
import type { Call } from './endpoint';
import { objectTable } from './objectTable';

const DEFINED = {
  createdAt: '2019-08-06T02:41:08.029Z',
  updatedAt: '2019-08-06T02:41:08.029Z',
  archived: false,
};

/** `GET /crm/v3/pipelines/{objectType}`: all of them, each with its stages (OpenAPI: Pipeline). */
export function listPipelines(call: Call, hubspot: Hubspot): Answer {
  return json(200, { results: objectTable(hubspot, call).pipelines.map(pipelineOf) });
}

function pipelineOf({ id, label, stages }: Pipeline, displayOrder: number) {
  return {
    ...DEFINED,
    id,
    label,
    displayOrder,
    stages: stages.map((stage, order) => ({
      ...DEFINED,
      ...stage,
      displayOrder: order,
      metadata: {},
      writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
    })),
  };
}
