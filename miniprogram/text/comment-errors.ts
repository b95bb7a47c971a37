import type { writeComment } from '../../contract/content/comments';
import { COMMENT_LIMITS } from '../../domain/content/comment/comment';
import type { ErrorTexts } from './errors';

/** Wherever it is said: on the page, when it came out of the outbox, and beside words that are left. */
export const commentErrors = {
  'item-gone': '这一条不在栏目里了，写不上去了。',
  'words-refused': '微信的检查没有通过这些话，改一改再交。',
  'too-many': `同一条下面最多写 ${COMMENT_LIMITS.ofOne} 条。收回一条再写。`,
  'written-before': '这一条已经交上去了，要补充就另写一条。',
  'no-commentator': '你不在网评员的任期里，这一条请宣传委员安排人回答。',
  'own-words': '这是你自己问的，等别的网评员回答。',
  'not-asked': '这一条有人答过了，或者不显示了。',
} as const satisfies ErrorTexts<typeof writeComment>;
