import { DataFolderError } from '../../local/cloud/engine/data-folder-error';

/** What the person at the terminal is told of a start that failed; a defect shows its stack. */
export function plainSentence(error: unknown, port: number): string {
  if (error instanceof DataFolderError) return error.message;
  const { code } = error as { code?: unknown };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use. Stop the program that has it, or choose another: npm start -- --port ${port + 1}`;
  }
  if (code === 'EACCES')
    return `Port ${port} may not be opened by this user; choose one above 1023.`;
  if (code === 'ENOSPC') return 'There is no room on the disk. Make some, and start again.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
