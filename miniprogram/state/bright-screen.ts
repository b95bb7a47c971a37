/**
 * Makes the screen as bright as it goes and keeps it on, for a code that others scan.
 * Returns how to put both back; phones that refuse either show the code all the same.
 */
export function brightenScreen(): () => void {
  let before: number | undefined;
  let isOver = false;
  void wx.setKeepScreenOn({ keepScreenOn: true }).catch(ignore);
  wx.getScreenBrightness()
    .then(({ value }) => {
      if (isOver) return;
      before = value;
      return wx.setScreenBrightness({ value: 1 });
    })
    .catch(ignore);
  return () => {
    isOver = true;
    void wx.setKeepScreenOn({ keepScreenOn: false }).catch(ignore);
    if (before !== undefined) void wx.setScreenBrightness({ value: before }).catch(ignore);
  };
}

function ignore(): void {
  // The code can be scanned from a darker screen too.
}
