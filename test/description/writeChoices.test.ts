import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { parameters } from '../../nodes/HubspotBatchUpsert/description/parameters';

/** Parameters as n8n hands them to the node. */
function handedOver(given: INodeParameters): INodeParameters {
  return NodeHelpers.getNodeParameters(parameters, given, true, false, null, null)!;
}

describe('the choices of which records are written', () => {
  it('upsert in a workflow that was saved before there was a choice', () => {
    expect(handedOver({ authentication: 'serviceKey' }).operation).toBe('upsert');
  });

  it('stand on top, below the credential', () => {
    const names = parameters.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['authentication', 'operation', 'objectType']);
  });

  const options = { existingValues: 'keep', skipUnchanged: true, nonUniqueId: 'search' };

  it.each(['upsert', 'update'])('hold as they are set for operation %s', (operation) => {
    expect(handedOver({ operation, options }).options).toEqual(options);
  });

  it('are forgotten where they say nothing, since records are only created', () => {
    expect(handedOver({ operation: 'create', options }).options).toEqual({ nonUniqueId: 'search' });
  });
});
