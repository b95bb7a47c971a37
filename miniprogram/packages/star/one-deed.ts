interface DeedPage {
  readonly data: { readonly isBusy: boolean };
  setData(data: { isBusy: boolean; problem?: string }): void;
  load(): Promise<void>;
}

/**
 * One deed at a time; what came of it is read anew, also of one that was refused. Gives what to tell, '' when it
 * is done; undefined where another is under way: then nothing was done, and nothing is to be put away for it.
 */
export async function oneDeed(
  page: DeedPage,
  deed: () => Promise<string>,
): Promise<string | undefined> {
  if (page.data.isBusy) return undefined;
  page.setData({ isBusy: true, problem: '' });
  const problem = await deed();
  await page.load();
  page.setData({ isBusy: false });
  return problem;
}
