/** Files that exist only on this phone: `wxfile://…` paths and the object URLs behind them. */
const urls = new Map<string, string>();

export function pathOfFile(path: string): string | undefined {
  return urls.get(path);
}

export function giveFile(path: string, content: Blob): void {
  const old = urls.get(path);
  if (old !== undefined) URL.revokeObjectURL(old);
  urls.set(path, URL.createObjectURL(content));
}

export function dropFile(path: string): void {
  const old = urls.get(path);
  if (old !== undefined) URL.revokeObjectURL(old);
  urls.delete(path);
}
