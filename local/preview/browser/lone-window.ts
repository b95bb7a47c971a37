const WIDEST_PHONE_PX = 480;

/**
 * A phone opened in a wide window of its own shows itself in a frame of a phone's size, because
 * pages measure by the width of their window. Returns whether it did.
 */
export function frameInWideWindow(): boolean {
  if (window.parent !== window || innerWidth <= WIDEST_PHONE_PX) return false;
  const frame = document.createElement('iframe');
  frame.src = location.href;
  frame.title = document.title;
  frame.dataset['alone'] = '';
  Object.assign(frame.style, { display: 'block', margin: '24px auto', border: '1px solid #ccc' });
  frame.width = '390';
  frame.height = '844';
  document.body.append(frame);
  return true;
}

/** Whether a page around this phone plays the camera and listens to what it tells. */
export function hasDesk(): boolean {
  const isAlone = window.frameElement?.hasAttribute('data-alone') === true;
  return window.parent !== window && !isAlone;
}
