import { cursorAfter, nextPage } from '../../../miniprogram/state/next-page';

const toasts: string[] = [];
Object.assign(globalThis, {
  wx: { showToast: async ({ title }: { title: string }) => toasts.push(title) },
});
const aPage = () => ({
  data: { isLoadingMore: false },
  setData(data: { readonly isLoadingMore: boolean }) {
    Object.assign(this.data, data);
  },
});
const yes = async (cursor: string) => ({ ok: true as const, output: `after ${cursor}` });
beforeEach(() => {
  toasts.length = 0;
});

test('a list goes on after its last page, if it has one', () => {
  const first = { kind: 'known' as const, output: { nextCursor: 'a' }, asOfAtMs: null };
  expect(cursorAfter({ kind: 'loading' }, [])).toBeNull();
  expect(cursorAfter(first, [])).toBe('a');
  expect(cursorAfter(first, [{ nextCursor: 'b' }])).toBe('b');
  expect(cursorAfter(first, [{ nextCursor: null }])).toBeNull();
});

test('the next page is asked for once at a time, and not after the last', async () => {
  const page = aPage();
  const twice = [nextPage(page, () => 'a', yes), nextPage(page, () => 'a', yes)];
  expect(page.data.isLoadingMore).toBe(true);
  expect(await Promise.all(twice)).toEqual(['after a', undefined]);
  expect(page.data.isLoadingMore).toBe(false);
  expect(await nextPage(page, () => null, yes)).toBeUndefined();
  expect(toasts).toEqual([]);
});

test('one that does not come is said, and can be asked for again', async () => {
  const page = aPage();
  expect(
    await nextPage(
      page,
      () => 'a',
      async () => ({ ok: false }),
    ),
  ).toBeUndefined();
  expect(toasts).toEqual(['没取到，再点一次']);
  expect(await nextPage(page, () => 'a', yes)).toBe('after a');
});

test('a list that goes on elsewhere by then takes nothing, and nothing is said', async () => {
  let cursor: string | null = 'a';
  const asked = (ok: boolean) => async (at: string) => {
    cursor = 'of another list';
    return ok ? yes(at) : { ok: false as const };
  };
  expect(await nextPage(aPage(), () => cursor, asked(true))).toBeUndefined();
  cursor = 'a';
  expect(await nextPage(aPage(), () => cursor, asked(false))).toBeUndefined();
  expect(toasts).toEqual([]);
});
