/** Of a picture on its way that the phone has lost. */
export const PICTURE_GONE_TEXT = '有一张图在手机里找不到了，删掉它，或者重新选一张。';

/** Where a chosen picture could not be added. */
export const NOT_ADDED_TEXT = '有的图没有加上，可能格式不认得，或者手机存满了。换一张试试。';
