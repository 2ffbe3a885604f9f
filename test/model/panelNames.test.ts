import type { INodeProperties } from 'n8n-workflow';
import { options } from '../../nodes/HubspotBatchUpsert/description/options';
import { parameters } from '../../nodes/HubspotBatchUpsert/description/parameters';
import { inPanel, type ParameterName } from '../../nodes/HubspotBatchUpsert/model/panelNames';

const named = ({ name }: INodeProperties) => inPanel(name as ParameterName);

it('messages name every option as the panel and the workflow do', () => {
  const described = options.options as INodeProperties[];
  expect(described.map(named)).toEqual(
    described.map(({ displayName, name }) => `option ${displayName} (${name})`),
  );
});

it('messages name the parameters as the panel and the workflow do', () => {
  const described = parameters.filter(({ name }) => !['authentication', 'options'].includes(name));
  expect(described.map(named)).toEqual(
    described.map(({ displayName, name }) => `parameter ${displayName} (${name})`),
  );
});
