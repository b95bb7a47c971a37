import { watch } from 'node:fs';

/** A build writes many files; one reaction answers them all. */
const SETTLE_MS = 150;

export interface Followed {
  /** Folder with one folder per built function. */
  readonly functionsDir: string;
  readonly onFunction: (name: string) => void;
  /** Folder of the built mini program. */
  readonly appDir: string;
  readonly onApp: () => void;
}

/** Tells what was built anew (`npm run dev`), until the returned function is called. */
export function followBuilds({ functionsDir, onFunction, appDir, onApp }: Followed): () => void {
  const settled = new Map<string, NodeJS.Timeout>();
  const afterwards = (what: string, react: () => void): void => {
    clearTimeout(settled.get(what));
    settled.set(what, setTimeout(react, SETTLE_MS));
  };
  const watchers = [
    watch(functionsDir, { recursive: true }, (_, file) => {
      const [name, rest] = (file ?? '').split(/[\\/]/u);
      if (name !== undefined && rest === 'index.js') {
        afterwards(`function ${name}`, () => onFunction(name));
      }
    }),
    watch(appDir, { recursive: true }, () => afterwards('app', onApp)),
  ];
  return () => {
    for (const watcher of watchers) watcher.close();
    for (const timer of settled.values()) clearTimeout(timer);
  };
}
