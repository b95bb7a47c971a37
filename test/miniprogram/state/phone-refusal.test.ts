import { copy, phoneRefusal, shareFile } from '../../../miniprogram/state/phone-refusal';
import { fileNotSharedText } from '../../../miniprogram/text/file';
import { notCopiedText, partText, phoneRefusalText } from '../../../miniprogram/text/phone-refusal';

/** As WeChat rejects its calls. */
const REFUSED = {
  errMsg: 'addPhoneCalendar:fail privacy permission is not authorized',
  errno: 104,
};

describe('why the phone did not do what a tap asked', () => {
  it.each([
    ['the person does not agree to the privacy guide', REFUSED, 'privacy'],
    ['they do not in a dialog for two things', { errMsg: 'x:fail', errno: 103 }, 'privacy'],
    ['the person closed it', { errMsg: 'scanCode:fail cancel' }, 'closed'],
    ['the person closed it, as an Error', new Error('scanCode:fail cancel'), 'closed'],
    ['WeChat may not use it', { errMsg: 'addPhoneCalendar:fail auth deny' }, 'failed'],
    ['our guide does not name it', { errMsg: 'x:fail api scope', errno: 112 }, 'failed'],
  ])('is that %s', (_, error, expected) => {
    expect(phoneRefusal(error)).toBe(expected);
  });

  it('is said as it is: settings are not blamed for a no to the guide, nobody for closing it', () => {
    expect(phoneRefusalText('privacy', 'calendar', '看看手机设置')).toBe(
      '没有同意隐私保护指引，用不了日历。要用的话，过一会儿再点一次，选“同意”。',
    );
    expect(phoneRefusalText('closed', 'calendar', '看看手机设置')).toBe('');
    expect(phoneRefusalText('failed', 'calendar', '看看手机设置')).toBe('看看手机设置');
  });

  it.each([
    ['saveImageToPhotosAlbum', '手机的相册'],
    ['chooseMedia', '手机的相册'],
    ['scanCode', '手机的相机'],
    ['setClipboardData', '手机的剪贴板'],
    ['addPhoneCalendar', '手机的日历'],
    ['chooseMessageFile', '手机的文件'],
    ['aCallOfANewerWeChat', '手机里受保护的内容'],
  ])('is asked for by what %s needs', (call, expected) => {
    expect(partText(call)).toBe(expected);
  });

  it('is known of the clipboard too', async () => {
    const setClipboardData = jest.fn().mockRejectedValueOnce(REFUSED).mockResolvedValue({});
    Object.assign(globalThis, { wx: { setClipboardData } });
    const refusal = await copy('x');
    expect(refusal).toBe('privacy');
    expect(notCopiedText(refusal!)).toContain('用不了剪贴板');
    expect(await copy('x')).toBeUndefined();
  });

  it('is said of a file that was not sent, but not of a list that was closed', async () => {
    const shareFileMessage = jest
      .fn()
      .mockRejectedValueOnce({ errMsg: 'shareFileMessage:fail cancel' })
      .mockRejectedValueOnce({ errMsg: 'shareFileMessage:fail can only be invoked by user TAP' })
      .mockResolvedValue({});
    Object.assign(globalThis, { wx: { shareFileMessage } });
    expect(fileNotSharedText(await shareFile('a.txt', 'a'))).toBe('');
    expect(fileNotSharedText(await shareFile('a.txt', 'a'))).toBe('没有发出去，再点一次。');
    expect(fileNotSharedText(await shareFile('a.txt', 'a'))).toBe('');
  });
});
