import type { FileFault } from './file-fault';

/** Readers look for the beginning and the end within so many bytes. */
const EDGE_BYTES = 1024;
const LOCK = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/u;
const SCRIPT = /\/(?:JavaScript|JS|Launch)\b/u;
/** What a stream is stands before it; its bytes are packed, and have any letters in them by chance (7.3.8). */
const STREAM = />>\s*stream\r?\n/gu;
const STREAM_END = 'endstream';

export function lookAtPdf(content: Buffer): FileFault {
  const text = content.toString('latin1');
  if (!/%PDF-\d/u.test(text.slice(0, EDGE_BYTES))) return 'file-not-what-it-says';
  const end = text.slice(-EDGE_BYTES);
  if (!end.includes('startxref') || !end.includes('%%EOF')) return 'file-cut';
  const said = withoutStreams(text);
  if (LOCK.test(said)) return 'file-locked';
  return SCRIPT.test(said) ? 'file-has-macros' : undefined;
}

function withoutStreams(text: string): string {
  const parts: string[] = [];
  const starts = new RegExp(STREAM);
  let from = 0;
  for (let start = starts.exec(text); start !== null; start = starts.exec(text)) {
    const end = text.indexOf(STREAM_END, starts.lastIndex);
    // Without an end it is no stream: it is looked at like the rest.
    if (end === -1) break;
    parts.push(text.slice(from, start.index));
    from = end + STREAM_END.length;
    starts.lastIndex = from;
  }
  return [...parts, text.slice(from)].join('\n');
}
