import { whenText } from '../_kit/when.text';
import { withoutStop } from '../../domain/words/without-stop';

interface Named {
  readonly title: string;
  readonly round: number;
}

/** '安规十问', '安规十问，第 2 轮'. */
const nameOf = ({ title, round }: Named) => (round === 1 ? title : `${title}，第 ${round} 轮`);

/** Words of the messages about contests. */
export const contestNoticeText = {
  open: nameOf,
  openBody: (questions: number, endAtMs: number) =>
    `${questions} 道题，${whenText(endAtMs)}前随时答，中途能停。`,
  calledOff: (contest: Named) => `${nameOf(contest)}不办了`,
  calledOffBody: (reason: string) => `${withoutStop(reason)}。答过的不用管。`,
} as const;
