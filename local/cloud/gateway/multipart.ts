/**
 * The parts of a multipart body by name, byte for byte.
 * NOTE: `Response.formData()` would do, but it decodes parts without a file name as UTF-8, and the
 * SDK sends protobuf bytes in just such a part.
 */
export function parseMultipart(body: Buffer, contentType: string): Record<string, Buffer> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw new SyntaxError('multipart body without a boundary');
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: Record<string, Buffer> = {};
  let start = body.indexOf(delimiter);
  while (start !== -1) {
    const next = body.indexOf(delimiter, start + delimiter.length);
    if (next === -1) break;
    const part = body.subarray(start + delimiter.length + 2, next - 2);
    const headEnd = part.indexOf('\r\n\r\n');
    const name = /name="([^"]*)"/.exec(part.toString('latin1', 0, headEnd))?.[1];
    if (name !== undefined) parts[name] = part.subarray(headEnd + 4);
    start = next;
  }
  return parts;
}
