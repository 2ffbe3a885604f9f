import { inPanel, type ParameterName } from '../model/panelNames';
import { quote } from '../values/quote';

/** A parameter or an option of the node cannot be used; nothing was sent. */
export class UnusableParameter extends Error {
  override readonly name = 'UnusableParameter';

  /**
   * @param parameter Its internal name.
   * @param value What it holds.
   * @param advice What the user should set instead, as a sentence without its full stop.
   */
  constructor(
    readonly parameter: ParameterName,
    value: unknown,
    readonly advice: string,
  ) {
    super(`The ${inPanel(parameter)} cannot be ${quote(value)}`);
  }
}
