import { dayOfInstant, parseLocalDay } from '../../../../domain/time/local-day';
import { cleanWords } from '../../../../domain/words/clean-words';
import { fullDayText } from '../../../text/when';
import { LICENCE_TEXT } from '../licence.view';
import type { ItemForm } from './item-form';

/** '' where none is chosen. */
export function documentText({ documentId, documentTitle }: ItemForm): string {
  if (documentId === '') return '';
  return documentTitle === '' ? '打不开了，换一份' : `《${documentTitle}》`;
}

export interface Differing {
  readonly label: string;
  readonly text: string;
}

/** What somebody else has stored since, where it differs from what is written here. */
export function toDiffering(mine: ItemForm, newest: ItemForm, nowMs: number): readonly Differing[] {
  const ours = linesOf(mine, nowMs);
  return linesOf(newest, nowMs)
    .filter(({ key }, at) => key !== ours[at]?.key)
    .map(({ label, text }) => ({ label, text }));
}

function linesOf(form: ItemForm, nowMs: number) {
  const { pictures, licence, minutes } = form;
  const words = (label: string, text: string) => {
    const clean = cleanWords(text);
    return { label, key: clean, text: clean === '' ? '没写' : clean };
  };
  const day = parseLocalDay(form.forDay);
  return [
    {
      label: '图',
      key: pictures.map(({ pictureId }) => pictureId).join(' '),
      text: pictures.length === 0 ? '没有' : `${pictures.length} 张`,
    },
    words('图的来源', form.source),
    words('图凭什么能用', licence === '' ? '' : LICENCE_TEXT[licence]),
    words('标题', form.title),
    words('一句话', form.line),
    words('署名', form.byline),
    words('文章链接', form.link),
    { label: '文档库的文件', key: form.documentId, text: documentText(form) || '没选' },
    words('看完要多久', `${minutes} 分钟`),
    {
      label: '想刊在哪天',
      key: form.forDay,
      text: day === undefined ? '都行' : fullDayText(day, dayOfInstant(nowMs)),
    },
  ];
}
