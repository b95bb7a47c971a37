import {
  addPrivacySheet,
  answerPrivacy,
  listenForPrivacy,
  removePrivacySheet,
} from '../../../miniprogram/state/privacy';

type Answer = { readonly event: string };

/** WeChat's side: who listens, and what a call that needs consent is answered. */
let ask: () => Answer[];

beforeAll(() => {
  let listener: (resolve: (answer: Answer) => void) => void;
  const wx = {
    onNeedPrivacyAuthorization: (given: typeof listener) => {
      listener = given;
    },
  };
  Object.assign(globalThis, { wx });
  listenForPrivacy();
  ask = () => {
    const answers: Answer[] = [];
    listener((answer) => answers.push(answer));
    return answers;
  };
});

const aSheet = () => {
  const states: boolean[] = [];
  return { states, setData: ({ isOpen }: { isOpen: boolean }) => states.push(isOpen) };
};

it('the sheet of the page on top asks, whichever package it came with', () => {
  const [below, top] = [aSheet(), aSheet()];
  addPrivacySheet(below);
  addPrivacySheet(top);
  const first = ask();
  expect(top.states).toEqual([true]);
  expect(below.states).toEqual([]);
  answerPrivacy('agree');
  expect(first).toEqual([expect.objectContaining({ event: 'agree' })]);

  removePrivacySheet(top);
  ask();
  expect(below.states).toEqual([true]);
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
