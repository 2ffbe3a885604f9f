import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { options } from '../../nodes/HubspotBatchUpsert/description/options';
import { parameters } from '../../nodes/HubspotBatchUpsert/description/parameters';
import { readSettings } from '../../nodes/HubspotBatchUpsert/input/readSettings';
import type { Settings } from '../../nodes/HubspotBatchUpsert/model/settings';
import { n8nInput } from '../support/n8nInput';

const read = (name: string, value: unknown): Settings =>
  readSettings(n8nInput([{}], { [name]: value }).context);

const UNSET = readSettings(n8nInput([{}], {}).context);

/** Every list of the panel, and every switch, by the path of its parameter. */
const CHOICES = [
  ...parameters.map((parameter) => [parameter.name, parameter] as const),
  ...(options.options as INodeProperties[]).map(
    (option) => [`options.${option.name}`, option] as const,
  ),
].filter(([, { type }]) => type === 'options' || type === 'boolean');

it.each(CHOICES)('what the editor offers for %s is what the node takes', (path, described) => {
  const offered =
    described.type === 'boolean'
      ? [true, false]
      : (described.options as INodePropertyOptions[]).map(({ value }) => value);
  const taken = offered.map((value) => JSON.stringify(read(path, value)));
  expect(new Set(taken).size).toBe(offered.length);
});

it.each(CHOICES)('what the editor shows as the default of %s is the default', (path, described) => {
  expect(read(path, described.default)).toEqual(UNSET);
});
