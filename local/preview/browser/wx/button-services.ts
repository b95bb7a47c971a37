import type { TreeNode } from '../box-of';
import { reportError } from '../errors';
import { dialogs } from './dialogs';
import { media } from './media';
import { openSettings } from './permissions';
import { agreeToPrivacy, requirePrivacy } from './privacy';
import { shareTopPage } from './share';

type Fire = (event: string, detail: object) => void;

/** What `open-type` of a button does. A kind that the preview cannot show is an error, not silence. */
export function askForButton(openType: string, node: TreeNode, fire: Fire): void {
  const work = SERVICES[openType];
  if (work === undefined) {
    reportError(new Error(`button open-type="${openType}" is not supported by the preview`));
    return;
  }
  Promise.resolve(work(fire, node)).catch((error: unknown) => reportError(error));
}

const SERVICES: Readonly<Record<string, (fire: Fire, node: TreeNode) => unknown>> = {
  share: (_, node) => shareTopPage('button', node),
  openSetting: async (fire) => {
    fire('opensetting', { ...(await openSettings(true)), errMsg: 'openSetting:ok' });
  },
  agreePrivacyAuthorization: (fire) => {
    agreeToPrivacy();
    fire('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  },
  chooseAvatar: async (fire) => {
    const chosen = (await media.chooseMedia({ count: 1 })) as {
      tempFiles: { tempFilePath: string }[];
    };
    fire('chooseavatar', { avatarUrl: chosen.tempFiles[0]?.tempFilePath });
  },
  getPhoneNumber: async (fire) => {
    await requirePrivacy('getPhoneNumber');
    const { confirm } = (await dialogs.showModal({
      title: '申请获取你的手机号',
      content: '预览里没有真实号码，这里只给出一个假的凭证。',
      confirmText: '允许',
      cancelText: '不允许',
    })) as { confirm: boolean };
    fire(
      'getphonenumber',
      confirm
        ? { errMsg: 'getPhoneNumber:ok', code: `preview-${crypto.randomUUID()}` }
        : { errMsg: 'getPhoneNumber:fail user deny' },
    );
  },
  contact: () => {
    throw new Error('button open-type="contact" is not supported by the preview');
  },
};
