type Verdict = 'agree' | 'disagree';
/** The typings give a plain result here; WeChat gives a function to answer with. */
type Answer = (answer: { readonly event: Verdict; readonly buttonId: string }) => void;

interface Sheet {
  setData: (data: { readonly isOpen: boolean }) => void;
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
  wx.onNeedPrivacyAuthorization((resolve) => {
    waiting.push(resolve as unknown as Answer);
    const top = sheets.at(-1);
    if (top === undefined) answerPrivacy('disagree');
    else top.setData({ isOpen: true });
  });
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
