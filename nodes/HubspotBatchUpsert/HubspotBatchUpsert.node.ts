import {
  NodeConnectionTypes,
  NodeOperationError,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { parameters } from './description/parameters';
import { readItems } from './input/items';
import { readSettings, type OutputForm, type Settings } from './input/readSettings';
import { getProperties } from './methods/getProperties';
import { searchIdProperties } from './methods/searchIdProperties';
import { searchObjectTypes } from './methods/searchObjectTypes';
import { internalFault, setUpFault } from './response/faults';
import { isAgentTool, showFailuresToAgent } from './output/agentTool';
import { hints } from './output/hints';
import { toOutputs } from './output/toOutputs';
import { toRounds, type Batch } from './prepare/batches';
import type { DefinitionsByObjectType } from './hubspot/propertyDefinitions';
import { prepareAll } from './prepare/prepareRecords';
import { assertTarget } from './prepare/assertTarget';
import { createClient } from './delivery/client';
import { deliverAll } from './delivery/deliverBatches';
import { readPropertyDefinitions, type CatalogReader } from './delivery/readPropertyDefinitions';
import { Run } from './delivery/run';
import { rateLimiterFor } from './rateLimit/rateLimiters';
import { connect } from './http/request';

export class HubspotBatchUpsert implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'HubSpot Batch Upsert',
    name: 'hubspotBatchUpsert',
    icon: {
      light: 'file:hubspotBatchUpsert.svg',
      dark: 'file:hubspotBatchUpsert.dark.svg',
    },
    group: ['output'],
    version: 1,
    // The label of the list; `$parameter` itself gives nothing but the locator's value.
    subtitle: '={{ $parameter.toJSON().objectType.cachedResultName || $parameter.objectType }}',
    description: 'Create or update HubSpot records in batches, with an outcome for every item',
    defaults: { name: 'HubSpot Batch Upsert' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
    outputNames: ['Success', 'Error'],
    usableAsTool: true,
    credentials: [
      {
        name: 'hubspotBatchOAuth2Api',
        required: true,
        displayOptions: { show: { authentication: ['oAuth2'] } },
      },
      {
        name: 'hubspotBatchServiceKeyApi',
        required: true,
        displayOptions: { show: { authentication: ['serviceKey'] } },
      },
    ],
    properties: parameters,
  };

  methods = {
    listSearch: { searchObjectTypes, searchIdProperties },
    resourceMapping: { getProperties },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const items = this.getInputData();
    const run = new Run(items.length, this.getExecutionCancelSignal());
    let form: OutputForm = 'inputAndRecord';
    try {
      const settings = readSettings(this);
      form = settings.output;
      await upsertItems(this, items, settings, run);
    } catch (error) {
      run.report(run.hasBegun ? internalFault(error) : setUpFault(error), '');
    }
    const fault = run.faultOfAll();
    if (fault && !this.continueOnFail()) {
      throw new NodeOperationError(this.getNode(), `${fault.title}. ${fault.advice}`);
    }
    run.settleRest();
    this.addExecutionHints(...hints(run));
    const outputs = toOutputs(items, run.ledger, form);
    return isAgentTool(this.getNode()) ? showFailuresToAgent(outputs) : outputs;
  }
}

/**
 * The items' way: made into batches, sent. What becomes of each stands in the run's ledger.
 *
 * @throws Error where a parameter or the credential is unusable, before anything is sent.
 */
async function upsertItems(
  context: IExecuteFunctions,
  items: INodeExecutionData[],
  settings: Settings,
  run: Run,
): Promise<void> {
  const connection = await connect(context, settings.credentialType);
  const client = createClient(connection, rateLimiterFor(connection.account), settings, run);
  const reader = { client, run, sensitiveData: connection.sensitiveData };
  const { rounds, catalogs } = await toBatches(context, items, settings, reader);
  await deliverAll(rounds, { client, run, catalogs }, settings.maxConcurrency);
}

/** Items read, judged, grouped. What was read is not held any longer while the batches are sent. */
async function toBatches(
  context: IExecuteFunctions,
  items: INodeExecutionData[],
  settings: Settings,
  reader: CatalogReader,
): Promise<{ rounds: Batch[][]; catalogs: DefinitionsByObjectType }> {
  const read = readItems(context, items);
  assertTarget(read);
  reader.run.expect(read.targets);
  const catalogs = await readPropertyDefinitions(read.targets, reader);
  const writes = prepareAll(read, catalogs, settings, reader.run);
  return { rounds: toRounds(writes, settings.batchSize), catalogs };
}
