import type { PhoneRefusal } from '../state/phone-refusal';

/** Of a file that a function has made and the phone did not get. */
export const FILE_NOT_FETCHED_TEXT =
  '文件做好了，但没有取到手机上。网络好一些时再点一次，还是同一份。';

/** Under the name of a file. */
export const FILE_NOTE_TEXT = '这份文件在你的手机里。服务器上的那份只留一天。';
/** Of one that the phone has written itself. */
export const OWN_FILE_NOTE_TEXT = '这份文件只在你的手机里。发到聊天，就能存下来、用电脑打开。';

/** Of a file that the phone could not write. */
export const FILE_NOT_KEPT_TEXT = '文件没有存到手机里。手机空间满了的话，清出一些再点一次。';

export const FILE_NOT_OPENED_TEXT = '这部手机打不开。发到聊天里，用电脑打开。';

/** '' when it was sent, or the person closed WeChat's list of chats. */
export const fileNotSharedText = (refusal: PhoneRefusal | undefined): string =>
  refusal === undefined || refusal === 'closed' ? '' : '没有发出去，再点一次。';
