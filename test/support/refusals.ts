/** HubSpot's sentence about one value that is not valid. */
export function notValid(entry: object) {
  return { message: `Property values were not valid: ${JSON.stringify([entry])}` };
}

/** HubSpot's sentence about a value that another record has. */
export function duplicateValue(property: string, value: string) {
  return {
    message: `Cannot set PropertyValueCoordinates{portalId=1, objectTypeId=ObjectTypeId{legacyObjectType=LINE_ITEM}, propertyName=${property}, value=${value}} on 12. 34 already has that value.`,
  };
}

/** An error, or a detail of one, that names records by their trace ids. */
export function traced(...traceIds: string[]) {
  return { context: { objectWriteTraceId: traceIds } };
}

/** An error whose details speak of properties. */
export function aboutProperties(code: string, ...propertyName: string[]) {
  return { errors: [{ code, context: { propertyName } }] };
}
