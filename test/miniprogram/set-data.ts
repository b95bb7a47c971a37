import { showInPieces } from '../../miniprogram/state/in-pieces';

/** What a phone takes in one setData without a halt. */
export const MOST_BYTES = 25 * 1024;

interface Sent {
  readonly bytes: readonly number[];
  /** What the page shows after the first of them, and after the last. */
  readonly first: unknown;
  readonly last: unknown;
}

/** Shows one view after the other on a page; what the last of them cost. */
export function sentFor(...views: readonly object[]): Sent {
  const data: { view: unknown } = { view: { kind: 'loading' } };
  let sent: { readonly bytes: number; readonly shown: unknown }[] = [];
  const setData = (values: Record<string, unknown>) => {
    for (const [path, value] of Object.entries(values)) put(data, path, structuredClone(value));
    const bytes = Buffer.byteLength(JSON.stringify(values));
    sent.push({ bytes, shown: structuredClone(data.view) });
  };
  for (const view of views) {
    sent = [];
    showInPieces({ data, setData }, 'view', view);
  }
  return { bytes: sent.map(({ bytes }) => bytes), first: sent[0]?.shown, last: data.view };
}

/** As setData reads a path: 'view.rows[3].name'. */
function put(data: object, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/u).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  let into = data as Record<string, unknown>;
  for (const key of keys) into = into[key] as Record<string, unknown>;
  into[last] = value;
}
