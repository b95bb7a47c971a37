/** What the outbox needs of writeComment to send what waited: of the main package, so no more than that. */
export const COMMENT_WRITE = { fn: 'content', name: 'writeComment', errors: [] } as const;
