import type { PropertyDefinition } from '../hubspot/properties/definition';

const LONGEST_TEXT = 65_536;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z)?$/;

/**
 * What HubSpot would hold for a text, in one spelling for equal values (`2.50` is `2.5`); undefined
 * where it would not take it. Written from HubSpot's documentation alone, to judge the node by.
 */
export function storedValue(text: string, definition: PropertyDefinition): string | undefined {
  const trimmed = text.trim();
  switch (definition.type) {
    case 'number':
      return NUMBER.test(trimmed) ? String(Number(trimmed)) : undefined;
    case 'date':
      return momentOf(trimmed)?.slice(0, 10);
    case 'datetime':
      return momentOf(trimmed);
    case 'bool':
      return { true: 'true', '1': 'true', false: 'false', '0': 'false' }[trimmed.toLowerCase()];
    case 'enumeration':
      return optionsOf(trimmed, definition);
    default:
      return text.length > LONGEST_TEXT ? undefined : text;
  }
}

/** Does a text say nothing about the property, so that HubSpot's value stays as it is? */
export function isEmpty(text: string, { type }: PropertyDefinition): boolean {
  return type === 'string' ? text === '' : text.trim() === '';
}

function momentOf(text: string): string | undefined {
  if (!MOMENT.test(text)) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString();
  return iso.startsWith(text.slice(0, 10)) ? iso : undefined;
}

function optionsOf(text: string, { fieldType, options }: PropertyDefinition): string | undefined {
  const chosen = fieldType === 'checkbox' ? text.split(';').map((part) => part.trim()) : [text];
  const known = chosen.every((value) => options.some((option) => option.value === value));
  return known ? chosen.join(';') : undefined;
}
