/** Why the phone did not do what a tap asked: the person closed it, wants no privacy guide, or it cannot. */
export type PhoneRefusal = 'closed' | 'privacy' | 'failed';

/** Of what a call of WeChat was rejected with, read from its message: its codes differ by call. */
export function phoneRefusal(error: unknown): PhoneRefusal {
  const text = JSON.stringify(error) + String(error);
  if (/privacy permission|"errno":10[34]\b/u.test(text)) return 'privacy';
  return text.includes('cancel') ? 'closed' : 'failed';
}

async function asked(work: () => Promise<unknown>): Promise<PhoneRefusal | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return phoneRefusal(error);
  }
}

/** Puts words on the clipboard; undefined when they are there. */
export const copy = (data: string): Promise<PhoneRefusal | undefined> =>
  asked(() => wx.setClipboardData({ data }));

/** Lets the person send a file to a chat; undefined when it is sent. */
export const shareFile = (filePath: string, fileName: string): Promise<PhoneRefusal | undefined> =>
  asked(() => wx.shareFileMessage({ filePath, fileName }));
