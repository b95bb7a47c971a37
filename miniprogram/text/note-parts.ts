import type { NoteDetail, Remark, ShownCheck } from '../../contract/note/note-shapes';
import { remarkTitle, USE_TEXT } from './note';
import { momentText } from './when';

export interface PictureView {
  readonly pictureId: string;
  /** '' where it is not to be seen yet. */
  readonly src: string;
  readonly label: string;
  /** What stands on it; '' when nothing has to be said. */
  readonly mark: string;
}

const MARK: Readonly<Record<ShownCheck, string>> = {
  pending: '还在检查',
  pass: '',
  'to-look-at': '等负责人看',
  refused: '没有通过',
  newer: '升级后查看',
};

export function toPictures({ pictures }: Pick<NoteDetail, 'pictures'>): readonly PictureView[] {
  return pictures.map(({ pictureId, url, check }, at) => ({
    pictureId,
    src: url ?? '',
    label: `第 ${at + 1} 张图`,
    mark: url === null && check === 'pass' ? '没取到' : MARK[check],
  }));
}

export interface RemarkView {
  readonly key: number;
  readonly title: string;
  readonly when: string;
  readonly text: string;
}

/** What went back and forth, the newest first. */
export function toRemarks(remarks: readonly Remark[], nowMs: number): readonly RemarkView[] {
  return remarks
    .map((remark, key) => ({
      key,
      title: remarkTitle(remark),
      when: momentText(remark.atMs, nowMs),
      text: remark.text ?? '',
    }))
    .reverse();
}

/** '党务清风：3月26日刊出'. */
export function usesOf({ uses }: Pick<NoteDetail, 'uses'>): readonly string[] {
  return uses.map(({ where, text }) => `${USE_TEXT[where]}：${text}`);
}
