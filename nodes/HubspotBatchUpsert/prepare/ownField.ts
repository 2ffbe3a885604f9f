/** Fields come from anywhere, also under the one name that means something to every object. */
export function setOwn<Value>(fields: Record<string, Value>, name: string, value: Value): void {
  if (name !== '__proto__') fields[name] = value;
  else Object.defineProperty(fields, name, { value, enumerable: true });
}
