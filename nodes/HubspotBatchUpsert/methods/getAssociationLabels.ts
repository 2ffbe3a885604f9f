import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import {
  isDefaultAssociation,
  labelValue,
  parseAssociationLabels,
  type AssociationLabel,
} from '../hubspot/associationLabels';
import { associationLabelsPath } from '../hubspot/endpoints';
import { askHubspot } from './askHubspot';
import { EditorError, toLoadOptionsError } from './editorError';
import { withName } from './labels';
import {
  chosenApiVersion,
  chosenConnection,
  chosenObjectType,
  chosenOtherObjectType,
} from './panelValues';

/**
 * The editor's list of labels that an association of the two object types can have: none first, which
 * makes the default association. A new entry has no other object type yet, which is no fault to tell
 * with a warning: the first option then says what to do.
 */
export async function getAssociationLabels(
  this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
  const objectType = chosenObjectType(this);
  const other = chosenOtherObjectType(this);
  if (objectType === '' || other === '') return [TYPES_NOT_KNOWN];
  try {
    const labels = await readLabels(this, objectType, other);
    if (labels.length === 0) throw noAssociation(objectType, other);
    return [NO_LABEL, ...toOptions(labels.filter((label) => !isDefaultAssociation(label)))];
  } catch (error) {
    throw toLoadOptionsError(this, error);
  }
}

const NO_LABEL = {
  name: 'Default (No Label)',
  value: '',
  description: 'The plain association, which every pair of object types has',
};

const TYPES_NOT_KNOWN = {
  ...NO_LABEL,
  description:
    'To see labels here, choose the other object type above, and the object type at the top. Where an expression gives one of them, run the node before this one, or give the label by an expression, too.',
};

async function readLabels(
  context: ILoadOptionsFunctions,
  objectType: string,
  other: string,
): Promise<AssociationLabel[]> {
  const pages = await askHubspot(await chosenConnection(context), {
    path: associationLabelsPath(chosenApiVersion(context), {
      fromObjectType: objectType,
      toObjectType: other,
    }),
    subject: 'association labels',
    objectTypes: [objectType, other],
  });
  return pages.flatMap(parseAssociationLabels);
}

/** By name; those that share one are told apart by what the parameter holds. */
function toOptions(labels: readonly AssociationLabel[]): INodePropertyOptions[] {
  const isShared = (label: AssociationLabel): boolean =>
    labels.some((other) => other !== label && other.label === label.label);
  return labels
    .map((label) => {
      const value = labelValue(label);
      const name = label.label ?? value;
      return { name: isShared(label) ? withName(name, value) : name, value };
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}

function noAssociation(objectType: string, other: string): EditorError {
  return new EditorError(`HubSpot associates no ${objectType} with ${other}`, {
    advice: 'Choose another object type above.',
    permanent: true,
  });
}
