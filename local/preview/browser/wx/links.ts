import { tellDesk } from '../desk-link';
import { requireTap } from '../tap-state';
import { wxCall } from './call';
import { afterClick, openLayer, textElement } from './dialogs';

/** Ways out of the mini program: shown as what would open, and told to the page around the phone. */
export const links = {
  openOfficialAccountArticle: wxCall(
    'openOfficialAccountArticle',
    async ({ url }: { url: string }) => {
      requireTap();
      if (!url.startsWith('https://mp.weixin.qq.com/')) throw new Error('invalid url');
      await leaveFor('打开公众号文章', url);
    },
  ),
  makePhoneCall: wxCall('makePhoneCall', async ({ phoneNumber }: { phoneNumber: string }) => {
    await leaveFor('呼叫', phoneNumber);
  }),
  showShareMenu: wxCall('showShareMenu', () => undefined),
  hideShareMenu: wxCall('hideShareMenu', () => undefined),
  updateShareMenu: wxCall('updateShareMenu', () => undefined),
  exitMiniProgram: wxCall('exitMiniProgram', () => {
    requireTap();
    tellDesk('exit');
  }),
};

async function leaveFor(title: string, target: string): Promise<void> {
  await afterClick();
  tellDesk('leave', { title, target });
  const { element, box } = openLayer('phone-modal', 'dialog');
  const close = textElement('button', '返回');
  close.addEventListener('click', () => element.remove());
  const buttons = document.createElement('footer');
  buttons.append(close);
  box.append(textElement('h3', title), textElement('p', target), buttons);
}
