import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { options } from '../../nodes/HubspotBatchUpsert/description/options';
import { parameters } from '../../nodes/HubspotBatchUpsert/description/parameters';
import { page, tableBelow } from './markdown';

const README = page('README.md');
const DESCRIBED = options.options as INodeProperties[];

/** What the table says of defaults that are empty in the editor. */
const EMPTY = { objectWriteTraceId: 'made by the node', timeZone: "the workflow's" } as Record<
  string,
  string
>;

/** As a reader of the editor would name it. */
function defaultOf(option: INodeProperties): string {
  const { name, type, default: value } = option;
  if (type === 'boolean') return value === true ? 'on' : 'off';
  if (type !== 'options') return value === '' ? EMPTY[name]! : JSON.stringify(value);
  const chosen = (option.options as INodePropertyOptions[]).find((each) => each.value === value);
  return chosen!.name;
}

const rows = tableBelow(README, '### Options');

it('has every option of the node, and no other', () => {
  expect(rows.map(([name]) => name).sort()).toEqual(
    DESCRIBED.map(({ displayName }) => displayName).sort(),
  );
});

it.each(DESCRIBED.map((option) => [option.displayName, option] as const))(
  'gives the default of %s',
  (label, option) => {
    const told = rows.find(([name]) => name === label)?.[1]?.replaceAll('`', '');
    expect(told?.toLowerCase()).toBe(defaultOf(option).toLowerCase());
  },
);

it.each(DESCRIBED.filter(({ type }) => type === 'options').map((each) => [each.displayName, each]))(
  'names no choice of %s that the node does not have',
  (label, option) => {
    const told = rows.find(([name]) => name === label)?.[2] ?? '';
    const choices = option.options as INodePropertyOptions[];
    const names = choices.map(({ name }) => name);
    const bold = [...told.matchAll(/\*\*(.+?)\*\*/g)].map(([, name = '']) => name);
    // "Keep it" and "Overwrite it" are sentences around a name.
    expect(bold.filter((name) => !names.some((each) => each.startsWith(name)))).toEqual([]);
  },
);

it('names every parameter of the panel', () => {
  const named = tableBelow(README, '## Set up the node').map(([name]) =>
    name!.replaceAll('**', ''),
  );
  // The credential is told apart; n8n itself labels the mapping.
  const shown = parameters
    .filter(({ name, type }) => !['authentication', 'options'].includes(name) && type !== 'notice')
    .map(({ name, displayName }) => (name === 'properties' ? 'Mapping Column Mode' : displayName));
  expect(named.sort()).toEqual([...new Set(shown)].sort());
});
