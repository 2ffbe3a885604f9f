/** What the panel calls the parameters that messages name. */
const PARAMETERS = {
  associations: 'Associations',
  id: 'ID Value',
  idProperty: 'ID Property',
  objectType: 'Object Type',
  operation: 'Operation',
  properties: 'Properties',
} as const;

/** What the panel calls the options. */
const OPTIONS = {
  agentFields: 'Agent Fields',
  agentOutput: 'Agent Output',
  apiVersion: 'API Version',
  batchSize: 'Batch Size',
  dateNumbers: 'Date Numbers',
  dateOrder: 'Date Order',
  dryRun: 'Dry Run',
  duplicates: 'Duplicates',
  emptyValues: 'Empty Values',
  existingValues: 'Existing Values',
  fieldNames: 'Field Names',
  invalidValues: 'Invalid Values',
  maxConcurrency: 'Max Concurrency',
  maxRetries: 'Max Retries',
  nonUniqueId: 'Non-Unique ID',
  numberFormat: 'Number Format',
  objectWriteTraceId: 'Object Write Trace ID',
  output: 'Output',
  patience: 'Patience (Seconds)',
  rateLimitShare: 'Rate Limit Share (%)',
  skipUnchanged: 'Skip Unchanged',
  timeZone: 'Time Zone',
  timeout: 'Timeout (Seconds)',
  unknownFields: 'Unknown Fields',
} as const;

export type OptionName = keyof typeof OPTIONS;

/** The internal name of a parameter or an option. */
export type ParameterName = keyof typeof PARAMETERS | OptionName;

/** As the user finds it in the panel, and in the workflow's JSON, e.g. "option Batch Size (batchSize)". */
export function inPanel(name: ParameterName): string {
  return name in OPTIONS
    ? `option ${OPTIONS[name as OptionName]} (${name})`
    : `parameter ${PARAMETERS[name as keyof typeof PARAMETERS]} (${name})`;
}
