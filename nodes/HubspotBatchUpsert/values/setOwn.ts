/** Sets a field of that very name, also where it is the one that means something to every object. */
export function setOwn(fields: object, name: string, value: unknown): void {
  if (name !== '__proto__') (fields as Record<string, unknown>)[name] = value;
  else Object.defineProperty(fields, name, { value, enumerable: true });
}
