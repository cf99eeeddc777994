/** An emoji was chosen. It does not bubble: whoever has opened the picker hears it. */
export class PickEvent extends Event {
  /**
   * @param text What is to be put into the text.
   * @param more The reader wants another one after it.
   */
  constructor(
    readonly text: string,
    readonly more: boolean,
  ) {
    super('pick');
  }
}
