/** What the outbox needs of writeComment to send what waited: of the main package, so no schema. */
export const COMMENT_WRITE = {
  fn: 'content',
  name: 'writeComment',
  errors: ['item-gone', 'too-many', 'written-before', 'no-commentator', 'own-words', 'not-asked'],
} as const;
