import type { PhoneRefusal } from '../state/phone-refusal';

const PART_TEXT = {
  album: '相册',
  calendar: '日历',
  camera: '相机',
  clipboard: '剪贴板',
  files: '文件',
} as const;
type Part = keyof typeof PART_TEXT;

/** Calls of WeChat that its privacy guide covers. */
const PART_OF: Readonly<Record<string, Part>> = {
  addPhoneCalendar: 'calendar',
  chooseMedia: 'album',
  chooseMessageFile: 'files',
  saveImageToPhotosAlbum: 'album',
  scanCode: 'camera',
  setClipboardData: 'clipboard',
};

/** What of the phone a call of WeChat needs, as the person is asked for it. */
export function partText(call: string): string {
  const part = PART_OF[call];
  return part === undefined ? '手机里受保护的内容' : `手机的${PART_TEXT[part]}`;
}

/**
 * What to do when the phone did not do what was asked of it; '' when the person closed it themselves.
 * WeChat asks again only ten seconds after a no.
 */
export function phoneRefusalText(refusal: PhoneRefusal, part: Part, failed: string): string {
  switch (refusal) {
    case 'closed':
      return '';
    case 'privacy':
      return `没有同意隐私保护指引，用不了${PART_TEXT[part]}。要用的话，过一会儿再点一次，选“同意”。`;
    case 'failed':
      return failed;
  }
}

export function notCopiedText(refusal: PhoneRefusal): string {
  return phoneRefusalText(refusal, 'clipboard', '没有复制上，再点一次。');
}

/** For pages that have no place for a line of it. */
export function notCopiedModal(refusal: PhoneRefusal) {
  return { content: notCopiedText(refusal), showCancel: false, confirmText: '知道了' };
}
