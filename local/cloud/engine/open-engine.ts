import { openDataFolder } from './data-folder';
import { Engine } from './engine';
import { memoryStore } from './store';

export interface EngineOptions {
  /** Absent: nothing is kept. */
  dataDir?: string;
  /** The clock of the cloud: for `serverDate()`. */
  nowMs: () => number;
  log?: (line: string) => void;
  /** After so long a transaction that nobody ends is ended; absent: as in production. */
  transactionLifetimeMs?: number;
}

/** Throws DataFolderError, with a sentence for the person at the terminal. */
export async function openEngine({
  dataDir,
  nowMs,
  log,
  transactionLifetimeMs,
}: EngineOptions): Promise<Engine> {
  const logLine = log ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const store = dataDir === undefined ? memoryStore : await openDataFolder(dataDir);
  return new Engine(store, nowMs, logLine, transactionLifetimeMs);
}
