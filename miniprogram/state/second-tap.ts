/** As long as the second of two quick taps takes to come. */
const SECOND_TAP_MS = 700;

/** What comes of a tap is not left by the second of two that were meant for it: the button rests. */
export function holdSecondTap(page: { setData: (held: { isHeld: boolean }) => void }): void {
  page.setData({ isHeld: true });
  setTimeout(() => page.setData({ isHeld: false }), SECOND_TAP_MS);
}
