import {
  NodeConnectionTypes,
  NodeOperationError,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { Associator } from './associate/associator';
import { beginSearch, findAssociated } from './associate/findAssociated';
import { deliverBatches } from './delivery/deliverBatches';
import { DryRunStore } from './decide/dryRunStore';
import { createClient } from './delivery/client';
import { prepareItems } from './delivery/prepareItems';
import { tellingProgress } from './delivery/progress';
import { Run } from './delivery/run';
import { withSharedState, type SharedState } from './delivery/sharedState';
import { parameters } from './description/parameters';
import type { LookUpContext } from './existing/lookUpContext';
import { connect, type Connection } from './http/request';
import { redact } from './hubspot/redaction';
import { readItems, type ReadItems } from './input/items';
import { normalizeItems } from './input/normalizeItems';
import { readSettings } from './input/readSettings';
import { getAssociationLabels } from './methods/getAssociationLabels';
import { getProperties } from './methods/getProperties';
import { searchIdProperties } from './methods/searchIdProperties';
import { searchObjectTypes } from './methods/searchObjectTypes';
import { searchOtherIdProperties } from './methods/searchOtherIdProperties';
import type { Batch } from './model/batch';
import { internalFault, setUpFault } from './model/fault';
import type { Settings } from './model/settings';
import { isAgentTool, showAgent } from './output/agentTool';
import { hints } from './output/hints';
import { progressLine } from './output/progressLine';
import { warnOfSameRecord } from './output/sameRecord';
import { toOutputs } from './output/toOutputs';
import { assertTarget } from './prepare/assertTarget';
import { toRounds } from './prepare/batches';
import { prepareWrites } from './prepare/prepareRecords';
import { writeStage } from './write/writeStage';

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
    builderHint: {
      searchHint:
        'Writes many records in few requests: prefer it to one HubSpot request per item. Connect both outputs, Success and Error. As a tool, give the agent Object Type and ID Property as fixed values, and let it fill the columns.',
    },
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
    listSearch: { searchObjectTypes, searchIdProperties, searchOtherIdProperties },
    loadOptions: { getAssociationLabels },
    resourceMapping: { getProperties },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const items = normalizeItems(this.getInputData());
    const run = new Run(items.length, this.getExecutionCancelSignal());
    const setUp = await readSetUp(this, items).catch((error) => void run.stop(setUpFault(error)));
    if (setUp) {
      const upserting = () =>
        withSharedState(setUp.connection.account, (shared) => upsertItems(setUp, shared, run));
      await tellingProgress(teller(this, run), upserting).catch((error) =>
        run.stop(internalFault(error)),
      );
    }
    const fault = run.faultOfAll();
    if (fault && !this.continueOnFail()) {
      throw new NodeOperationError(this.getNode(), redact(`${fault.title}. ${fault.advice}`));
    }
    run.settleRest();
    const settings = setUp?.settings ?? NO_SETTINGS;
    try {
      warnOfSameRecord(run.ledger);
      this.addExecutionHints(...hints(run, settings));
    } catch {
      // Records may be written by now, and what became of them is worth more than a hint.
    }
    const outputs = toOutputs(items, run.ledger, settings.output);
    return isAgentTool(this.getNode()) ? showAgent(outputs, settings.agentOutput, items) : outputs;
  }
}

/** Where they could not be read nothing was sent. */
const NO_SETTINGS: Pick<Settings, 'timeZone' | 'dryRun' | 'output' | 'agentOutput'> = {
  timeZone: '',
  dryRun: false,
  output: 'inputAndRecord',
  agentOutput: { kind: 'simplified', fields: [] },
};

/** All that an execution begins with. */
interface SetUp {
  settings: Settings;
  connection: Connection;
  read: ReadItems;
}

/** @throws Error where a parameter or the credential is unusable; nothing has been sent yet. */
async function readSetUp(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<SetUp> {
  const settings = readSettings(context);
  const connection = await connect(context, settings.credentialType);
  const read = readItems(context, items);
  assertTarget(read, settings);
  return { settings, connection, read };
}

/** Tells how far the run is in n8n's log, and where it was started in the editor, in the browser's console. */
function teller(context: IExecuteFunctions, run: Run): () => void {
  const { name } = context.getNode();
  const executionId = context.getExecutionId();
  return () => {
    const line = progressLine(run);
    context.logger.info(`${name}: ${line}`, { executionId });
    context.sendMessageToUI(line);
  };
}

/** The items' way: made into batches, sent, associated. What becomes of each stands in the run's ledger. */
async function upsertItems(setUp: SetUp, shared: SharedState, run: Run): Promise<void> {
  const { settings, connection } = setUp;
  const client = createClient(connection, shared, settings, run);
  const { recentlyCreated } = shared;
  const context = { client, run, settings, recentlyCreated, dryRunStore: new DryRunStore() };
  const associator = new Associator(context, settings.dryRun);
  const rounds = await prepareBatches(setUp, associator, context);
  const { maxConcurrency } = settings;
  const onSettled = associator.takeIn.bind(associator);
  await deliverBatches({ rounds, maxConcurrency, onSettled }, writeStage(context), context);
  await associator.finish();
}

/**
 * The items checked, grouped and made into batches, by round. Nothing but the batches is left of the
 * records afterwards: a function that also sent them would hold every record until the last was sent.
 */
async function prepareBatches(
  { settings, connection, read }: SetUp,
  associator: Associator,
  context: LookUpContext,
): Promise<Batch[][]> {
  const { sensitiveData } = connection;
  const { inputs, begun } = await prepareItems(
    read,
    settings,
    sensitiveData,
    context,
    (wishes, definitions) => beginSearch(wishes, definitions, settings, context),
  );
  const found = await findAssociated(inputs, begun, settings, context);
  const writes = prepareWrites(found, settings, context.run);
  associator.expect(writes);
  return toRounds(writes, settings.batchSize);
}
