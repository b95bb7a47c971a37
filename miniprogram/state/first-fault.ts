/** The field above its message is seen too. */
const FIELD_PX = 120;

/** Brings the first field with a message beside it into view; called when the message is drawn. */
export function toFirstFault(): void {
  void wx.pageScrollTo({ selector: '.field__error', offsetTop: -FIELD_PX, duration: 0 });
}
