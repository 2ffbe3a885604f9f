import { Invalid, type ConversionResult } from './conversion';
import { quote } from './quote';
import { trimInvisible } from './invisible';
import { scalarText } from './scalar';
import type { Scalar } from './scalarForm';

/** A boolean's value. Takes what n8n itself takes for one: true and false in any case, 1 and 0. */
export function toBooleanText(value: Scalar): ConversionResult {
  const text = scalarText(value);
  if (text instanceof Invalid) return text;
  switch (trimInvisible(text).toLowerCase()) {
    case 'true':
    case '1':
      return 'true';
    case 'false':
    case '0':
      return 'false';
    default:
      return new Invalid(`${quote(value)} is neither true nor false`);
  }
}
