/** Of a picture on its way. */
export const UPLOAD_TEXT = {
  network: '图还没有传完，有网时接着传。',
  gone: '有一张图在手机里找不到了，删掉它，或者重新选一张。',
} as const;

/** Where a chosen picture could not be added. */
export const NOT_ADDED_TEXT = '有的图没有加上，可能格式不认得，或者手机存满了。换一张试试。';
