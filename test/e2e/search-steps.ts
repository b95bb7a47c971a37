import type { Phone } from './phone';

/** Stands in the field of words. */
export const SEARCH_HINT = '标题或哪天';

/** Types it and waits until it is answered, or refused. */
export async function searchFor(phone: Phone, words: string): Promise<void> {
  await phone.fill(SEARCH_HINT, words);
  await phone.tap(phone.page.locator('.t-search__search-action').filter({ visible: true }));
  await phone.shown.locator('.skeleton').waitFor({ state: 'detached' });
}
