/** Each has its own purpose and its own editors. docs/rules.md#R-220 */
export const CONTENT_CHANNELS = ['party', 'integrity'] as const;
export type ContentChannel = (typeof CONTENT_CHANNELS)[number];

export const ITEM_STATES = [
  'draft',
  'branch-check',
  'committee-check',
  /** Both checks are passed; in the issue of its day, or in none yet. */
  'ready',
  'published',
  'withdrawn',
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** What was done to an item, for its trail. docs/rules.md#R-222 */
export const ITEM_STEPS = [
  'begun',
  'handed-in',
  'passed-branch',
  'passed-committee',
  'returned',
  'planned',
  'taken-out',
  'published',
  'picture-refused',
  'withdrawn',
  /** By rule, and before that kept for longer. docs/rules.md#R-307, docs/rules.md#R-309 */
  'taken-down',
  'kept-longer',
] as const;

/** By what right a picture is shown. docs/rules.md#R-221 */
export const PICTURE_LICENCES = ['own', 'permitted', 'open'] as const;
export type PictureLicence = (typeof PICTURE_LICENCES)[number];

/**
 * How a reader stands to the document that an item leads to: theirs to open, of a library that they do
 * not read, or read by nobody any more. docs/rules.md#R-310
 */
export const DOCUMENT_REACHES = ['open', 'other-branch', 'gone'] as const;

/** Each keeps a document far below 100 KB. docs/rules.md#R-221 */
export const ITEM_LIMITS = {
  /** UTF-16 units. */
  title: 30,
  line: 80,
  byline: 20,
  source: 40,
  link: 500,
  /** Why it goes back, or why readers see it no more. */
  reason: 100,
  /** About how long it takes to read. */
  minutes: 5,
  pictures: 9,
  /** Who have written on it. */
  writers: 10,
  /** Of its trail, the newest. */
  steps: 60,
  /** As it was saved before somebody else saved over it, the newest. docs/rules.md#R-336 */
  earlier: 5,
} as const;

/** Of an issue. docs/rules.md#R-223 */
export const ISSUE_LIMITS = {
  items: 6,
  /** How far ahead one is planned. */
  daysAhead: 60,
} as const;

const ARTICLE = /^https:\/\/mp\.weixin\.qq\.com\/s[/?][\w\-./?=&%#~!+:]+$/u;

/** Whether a link is an article of an official account: nothing else opens inside WeChat. docs/rules.md#R-221 */
export const isArticleLink = (url: string): boolean => ARTICLE.test(url);
