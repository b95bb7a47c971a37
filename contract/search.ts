import * as v from 'valibot';
import { CONTENT_CHANNELS } from '../domain/content/channel/item';
import { SEARCH_LIMITS } from '../domain/search/search-words';
import { defineAction } from './action';
import { self } from './allow';
import { AtMs, Cursor, Day, Words } from './fields';
import { growing } from './growing';

/** What is searched: studies, items of the channels, documents of the library, messages. docs/rules.md#R-259 */
export const SEARCHED_KINDS = ['study', 'item', 'document', 'notice'] as const;
export type SearchedKind = (typeof SEARCHED_KINDS)[number];

/** Where something stands, or what it is of. */
export const FOUND_MARKS = ['draft', 'cancelled', ...CONTENT_CHANNELS] as const;

/**
 * What the caller may open and whose title has the words, or which is of the day that they are, the
 * newest first. docs/rules.md#R-259
 */
export const search = defineAction({
  fn: 'study',
  name: 'search',
  allow: self(),
  input: v.strictObject({
    words: Words(SEARCH_LIMITS.most),
    /** Absent: all of them. */
    kind: v.optional(v.picklist(SEARCHED_KINDS)),
    cursor: v.optional(Cursor),
  }),
  output: v.strictObject({
    nowMs: AtMs,
    rows: v.array(
      v.strictObject({
        /** Unique among all rows of a search. */
        key: v.string(),
        kind: growing(SEARCHED_KINDS),
        title: v.string(),
        day: Day,
        mark: v.nullable(growing(FOUND_MARKS)),
        /** On which it opens. */
        page: v.string(),
      }),
    ),
    /** Null: everything has been looked at. */
    nextCursor: v.nullable(Cursor),
    /** Back to which day everything has been looked at; null: all. */
    lookedBackTo: v.nullable(Day),
  }),
  errors: ['too-short'],
});

export const searchActions = { search } as const;
