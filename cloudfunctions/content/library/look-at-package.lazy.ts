import { unzipSync } from 'fflate';
import type { FileFault } from './file-fault';

const TYPES = '[Content_Types].xml';
/** Of a list of parts as it is unpacked; nobody's document comes near it. */
const MOST_TYPES_BYTES = 1024 * 1024;
const MACROS = /vbaProject|macroEnabled|vnd\.ms-office\.activeX/iu;

/** An office file of today: a zip whose directory stands at its end. `part`: the folder of its kind. */
export function lookAtPackage(part: 'word' | 'xl' | 'ppt', content: Buffer): FileFault {
  const names: string[] = [];
  let types: string;
  try {
    const files = unzipSync(content, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        return name === TYPES && originalSize <= MOST_TYPES_BYTES;
      },
    });
    types = Buffer.from(files[TYPES] ?? []).toString('utf8');
  } catch {
    // Its directory is not there, or says what is not so.
    return 'file-cut';
  }
  if (types === '' || !names.some((name) => name.startsWith(`${part}/`))) {
    return 'file-not-what-it-says';
  }
  return MACROS.test(types) || names.some((name) => MACROS.test(name))
    ? 'file-has-macros'
    : undefined;
}
