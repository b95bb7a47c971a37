import Dialog from 'tdesign-miniprogram/miniprogram_dist/dialog/index';

export interface Question {
  readonly title: string;
  readonly content: string;
  readonly confirmBtn: string;
  readonly cancelBtn: string;
}

/** Asks in the page's `<t-dialog id="t-dialog" />`; closing it without an answer is a no. */
export async function confirmed(
  page: WechatMiniprogram.Page.TrivialInstance,
  question: Question,
): Promise<boolean> {
  try {
    await Dialog.confirm({ context: page, ...question });
    return true;
  } catch {
    return false;
  }
}
