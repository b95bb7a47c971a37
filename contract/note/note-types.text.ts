import type { NoteType } from '../../domain/note/note';

/** What a note or a contribution is called, on the phone and in documents. */
export const NOTE_TYPE_TEXT: Readonly<Record<NoteType | 'newer', string>> = {
  'study-note': '心得',
  reflection: '学习体会',
  technical: '专业技术资讯',
  news: '新闻稿件',
  hazard: '隐患线索',
  newer: '其他投稿',
};
