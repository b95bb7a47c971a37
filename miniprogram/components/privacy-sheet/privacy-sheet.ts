/** The typings give a plain result here; WeChat gives a function to answer with. */
type Answer = (answer: { readonly event: 'agree' | 'disagree'; readonly buttonId: string }) => void;

/** Calls of the page that wait for the person's consent. */
const waiting = new Set<Answer>();

/**
 * Asks for consent to WeChat's privacy guide when a page first uses something that the guide covers
 * (clipboard, camera). For the end of pages that do; the newest such page is the one that asks.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  data: { isOpen: false },
  pageLifetimes: {
    show() {
      this.listen();
    },
  },
  lifetimes: {
    attached() {
      this.listen();
    },
    detached() {
      this.answer('disagree');
    },
  },
  methods: {
    listen() {
      wx.onNeedPrivacyAuthorization((resolve) => {
        waiting.add(resolve as unknown as Answer);
        this.setData({ isOpen: true });
      });
    },
    answer(event: 'agree' | 'disagree') {
      for (const resolve of waiting) resolve({ event, buttonId: 'privacy-agree' });
      waiting.clear();
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
