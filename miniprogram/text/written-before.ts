/** Of a deed that is done once: its first reason stands, and is read where it was done. */
export const writtenBeforeText = (done: string): string =>
  `已经${done}了，留下的是先写的原因，这次写的没有存。关掉这里就能看到。`;
