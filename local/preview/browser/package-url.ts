import { urlOfFile } from './wx/file-store';

/** The address from which the browser loads a file that a page names: package, phone or network. */
export function packageUrl(source: string, from: string): string {
  if (/^(data:|blob:|https?:)/.test(source)) return source;
  if (source.startsWith('cloud://')) return `/preview/cloud-file?id=${encodeURIComponent(source)}`;
  const local = urlOfFile(source);
  if (local !== undefined) return local;
  const { pathname } = new URL(source, `http://package/${from}`);
  return `/preview/package${pathname}`;
}
