/** Of a file that a function has made and the phone did not get. */
export const FILE_NOT_FETCHED_TEXT =
  '文件做好了，但没有取到手机上。网络好一些时再点一次，还是同一份。';

/** Under the name of a file. */
export const FILE_NOTE_TEXT = '这份文件在你的手机里。服务器上的那份只留一天。';

export const FILE_NOT_OPENED_TEXT = '这部手机打不开。发到聊天里，用电脑打开。';
export const FILE_NOT_SHARED_TEXT = '没有发出去，再点一次。';
