import {
  addPrivacySheet,
  answerPrivacy,
  listenForPrivacy,
  removePrivacySheet,
} from '../../../miniprogram/state/privacy';

type Answer = { readonly event: string };

/** WeChat's side: who listens, and what a call that needs consent is answered. */
let ask: (call?: string) => Answer[];

beforeAll(() => {
  let listener: (resolve: (answer: Answer) => void, info: { referrer: string }) => void;
  const wx = {
    onNeedPrivacyAuthorization: (given: typeof listener) => {
      listener = given;
    },
  };
  Object.assign(globalThis, { wx });
  listenForPrivacy();
  ask = (call = 'scanCode') => {
    const answers: Answer[] = [];
    listener((answer) => answers.push(answer), { referrer: call });
    return answers;
  };
});

const aSheet = () => {
  const asked: string[] = [];
  return { asked, ask: (call: string) => asked.push(call) };
};

it('the sheet of the page on top asks, whichever package it came with', () => {
  const [below, top] = [aSheet(), aSheet()];
  addPrivacySheet(below);
  addPrivacySheet(top);
  const first = ask('saveImageToPhotosAlbum');
  expect(top.asked).toEqual(['saveImageToPhotosAlbum']);
  expect(below.asked).toEqual([]);
  answerPrivacy('agree');
  expect(first).toEqual([expect.objectContaining({ event: 'agree' })]);

  removePrivacySheet(top);
  ask();
  expect(below.asked).toHaveLength(1);
  answerPrivacy('disagree');
  removePrivacySheet(below);
});

it('calls that wait together are answered together, once', () => {
  const sheet = aSheet();
  addPrivacySheet(sheet);
  const calls = [ask(), ask()];
  answerPrivacy('agree');
  answerPrivacy('disagree');
  expect(calls.map((answers) => answers.map(({ event }) => event))).toEqual([['agree'], ['agree']]);
  removePrivacySheet(sheet);
});

it('a page without a sheet is refused and not left waiting', () => {
  expect(ask()).toEqual([expect.objectContaining({ event: 'disagree' })]);
});
