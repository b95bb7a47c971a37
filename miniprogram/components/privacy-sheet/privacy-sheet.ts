/** The typings give a plain result here; WeChat gives a function to answer with. */
type Answer = (answer: { readonly event: 'agree' | 'disagree'; readonly buttonId: string }) => void;

/** Sheets on pages that are open, oldest first: the newest is on top and asks. */
const sheets: { setData(data: { readonly isOpen: boolean }): void }[] = [];
/** Calls that wait for the person. */
let waiting: Answer[] = [];
let isListening = false;

/** WeChat has no way to stop listening, so the one listener passes on to whoever is there. */
function listenOnce(): void {
  if (isListening) return;
  isListening = true;
  wx.onNeedPrivacyAuthorization((resolve) => {
    waiting.push(resolve as unknown as Answer);
    sheets.at(-1)?.setData({ isOpen: true });
  });
}

/**
 * Asks for consent to WeChat's privacy guide when a page first uses something that the guide covers
 * (clipboard, camera). For the end of every page that does.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  data: { isOpen: false },
  lifetimes: {
    attached() {
      listenOnce();
      sheets.push(this);
    },
    detached() {
      if (this.data.isOpen) this.answer('disagree');
      sheets.splice(sheets.indexOf(this), 1);
    },
  },
  methods: {
    answer(event: 'agree' | 'disagree') {
      for (const answer of waiting) answer({ event, buttonId: 'privacy-agree' });
      waiting = [];
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
