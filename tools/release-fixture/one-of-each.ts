import type { Document } from '../../local/cloud/engine/document';

/**
 * The fewest documents, roughly, among which everything occurs that occurs in any of them: every
 * field with every type, every word of a closed list, by what the document is (its state or kind).
 */
export function oneOfEach(documents: readonly Document[]): Document[] {
  const isWord = closedLists(documents);
  const left = documents.map((document) => ({
    document,
    features: featuresOf(document, isWord),
  }));
  const wanted = new Set(left.flatMap(({ features }) => features));
  const chosen: Document[] = [];
  while (wanted.size > 0) {
    const gains = left.map(({ features }) => features.filter((each) => wanted.has(each)).length);
    const best = left[gains.indexOf(Math.max(...gains))];
    if (best === undefined) break;
    chosen.push(best.document);
    for (const feature of best.features) wanted.delete(feature);
  }
  return chosen.sort((a, b) => (textOf(a._id) < textOf(b._id) ? -1 : 1));
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

type Visit = (path: string, value: unknown) => void;

function walk(value: unknown, path: string, visit: Visit): void {
  visit(path, value);
  if (Array.isArray(value)) for (const each of value) walk(each, `${path}[]`, visit);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${nameOf(key)}`, visit);
  }
}

/** Keys that are ids stand for any other. */
const nameOf = (key: string): string => (/^[a-zA-Z_]+$/u.test(key) ? key : '*');

function featuresOf(document: Document, isWord: (path: string) => boolean): string[] {
  const what = textOf(document['state'] ?? document['kind']);
  const features = new Set<string>();
  walk(document, '', (path, value) => {
    const told = typeof value === 'string' && isWord(path) ? value : shapeOf(value);
    features.add(`${what} ${path}: ${told}`);
  });
  return [...features];
}

function shapeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
  return typeof value === 'boolean' ? String(value) : typeof value;
}

const MOST_WORDS = 20;
const OFTEN = 4;

/** The fields whose texts are few and come again and again. */
function closedLists(documents: readonly Document[]): (path: string) => boolean {
  const texts = new Map<string, { words: Set<string>; count: number }>();
  for (const document of documents) {
    walk(document, '', (path, value) => {
      if (typeof value !== 'string') return;
      const seen = texts.get(path) ?? { words: new Set<string>(), count: 0 };
      texts.set(path, { words: seen.words.add(value), count: seen.count + 1 });
    });
  }
  return (path) => {
    const { words, count } = texts.get(path) ?? { words: new Set(), count: 0 };
    return words.size <= MOST_WORDS && count >= words.size * OFTEN && areWords(words);
  };
}

const areWords = (words: ReadonlySet<string>) =>
  [...words].every((word) => /^[a-z]+(?:-[a-z]+)*$/u.test(word));
