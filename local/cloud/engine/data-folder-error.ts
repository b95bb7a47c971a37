/** The data folder cannot be used; the message is a sentence for the person at the terminal. */
export class DataFolderError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DataFolderError';
  }
}
