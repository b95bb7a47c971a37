import { addPrivacySheet, answerPrivacy, removePrivacySheet } from '../../state/privacy';

/**
 * Asks for consent to WeChat's privacy guide when a page first uses something that the guide covers
 * (clipboard, camera). For the end of every page that does.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  data: { isOpen: false },
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
    answer(event: 'agree' | 'disagree') {
      answerPrivacy(event);
      this.setData({ isOpen: false });
    },
    onAgree() {
      this.answer('agree');
    },
    onDisagreeTap() {
      this.answer('disagree');
    },
    onContractTap() {
      wx.openPrivacyContract({});
    },
  },
});
