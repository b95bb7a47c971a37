import { addPrivacySheet, answerPrivacy, removePrivacySheet } from '../../state/privacy';
import { isSecondTap, type Tap } from '../../state/second-tap';
import { partText } from '../../text/phone-refusal';

/**
 * Asks for consent to WeChat's privacy guide when a page first uses something that the guide covers.
 * For the end of every page that does.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  data: { isOpen: false, part: '' },
  lifetimes: {
    attached() {
      addPrivacySheet(this);
    },
    detached() {
      if (this.data.isOpen) answerPrivacy('disagree');
      removePrivacySheet(this);
    },
  },
  methods: {
    ask(call: string) {
      this.setData({ isOpen: true, part: partText(call) });
    },
    answer(event: 'agree' | 'disagree') {
      answerPrivacy(event);
      this.setData({ isOpen: false });
    },
    onAgree() {
      this.answer('agree');
    },
    onDisagreeTap(event: Tap) {
      if (isSecondTap(event)) return;
      this.answer('disagree');
    },
    onContractTap(event: Tap) {
      if (isSecondTap(event)) return;
      wx.openPrivacyContract({});
    },
  },
});
