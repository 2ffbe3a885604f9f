import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NodeHelpers, type IConnections, type INode } from 'n8n-workflow';
import { parameters } from '../../nodes/HubspotBatchUpsert/description/parameters';

const EXAMPLES = resolve(__dirname, '../../examples');

interface Example {
  nodes: INode[];
  connections: IConnections;
}

const examples = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith('.json'))
  .map((file): [string, Example] => [
    file,
    JSON.parse(readFileSync(join(EXAMPLES, file), 'utf8')) as Example,
  ]);

const own = examples.flatMap(([file, { nodes }]) =>
  nodes
    .filter(({ type }) => type.endsWith('.hubspotBatchUpsert'))
    .map((node) => [`${file}: ${node.name}`, node] as const),
);

it.each(own)('%s sets only what the editor shows', (_, node) => {
  const { parameters: given } = node;
  const shown = NodeHelpers.getNodeParameters(parameters, given, true, false, null, null);
  expect(shown).toMatchObject(given);
});

it.each(own)('%s has no values with which the editor finds fault', (_, node) => {
  expect(NodeHelpers.getNodeParametersIssues(parameters, node, null)).toBeNull();
});

it.each(examples)('%s connects nodes that it has', (_, { nodes, connections }) => {
  const names = new Set(nodes.map(({ name }) => name));
  const ends = Object.values(connections).flatMap(({ main = [] }) => main.flat());
  const connected = [...Object.keys(connections), ...ends.map((end) => end?.node)];
  expect(connected.filter((name) => !names.has(name ?? ''))).toEqual([]);
});
