type Verdict = 'agree' | 'disagree';
/** The typings give one plain result; WeChat gives a function to answer with, and which call it is about. */
type Answer = (answer: { readonly event: Verdict; readonly buttonId: string }) => void;
type Listener = (answer: Answer, about: { readonly referrer: string }) => void;

interface Sheet {
  /** @param call of WeChat that needs the consent */
  ask: (call: string) => void;
}

/** Of the button on which WeChat saw the tap. */
const BUTTON_ID = 'privacy-agree';

/** Sheets on pages that are open, oldest first: the newest is on top and asks. */
const sheets: Sheet[] = [];
/** Calls that wait for the person. */
let waiting: Answer[] = [];

/**
 * Asks for consent to WeChat's privacy guide on the page that needs it. WeChat knows one listener,
 * and one of another package would take its place: it is the app's. A page without a sheet is refused.
 */
export function listenForPrivacy(): void {
  const listener: Listener = (answer, { referrer }) => {
    waiting.push(answer);
    const top = sheets.at(-1);
    if (top === undefined) answerPrivacy('disagree');
    else top.ask(referrer);
  };
  wx.onNeedPrivacyAuthorization(
    listener as unknown as WechatMiniprogram.OnNeedPrivacyAuthorizationCallback,
  );
}

export function addPrivacySheet(sheet: Sheet): void {
  sheets.push(sheet);
}

export function removePrivacySheet(sheet: Sheet): void {
  sheets.splice(sheets.indexOf(sheet), 1);
}

export function answerPrivacy(event: Verdict): void {
  for (const answer of waiting) answer({ event, buttonId: BUTTON_ID });
  waiting = [];
}
