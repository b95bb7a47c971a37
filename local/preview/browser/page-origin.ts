/** Where the visible page begins on the screen; pages measure from there, below the bars. */
let topPx = 0;

export function setPageOrigin(top: number): void {
  topPx = top;
}

export function pageOriginTop(): number {
  return topPx;
}
