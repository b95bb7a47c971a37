export interface PhoneChoice {
  readonly person: string;
  readonly theme: 'light' | 'dark';
  readonly scale: string;
  readonly network: 'online' | 'weak' | 'offline';
  readonly skewMinutes: string;
}

const KEY = 'desk-phones';

/** As a phone comes out of its box; light or dark as the desk is. */
export const aPhone = (person: string): PhoneChoice => ({
  person,
  theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  scale: '1',
  network: 'online',
  skewMinutes: '0',
});

/** The phones shown last time, or undefined on a first visit. Kept per browser. */
export function rememberedPhones(): PhoneChoice[] | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return Array.isArray(kept) ? (kept as PhoneChoice[]) : undefined;
  } catch {
    return undefined;
  }
}

export function rememberPhones(phones: readonly PhoneChoice[]): void {
  localStorage.setItem(KEY, JSON.stringify(phones));
}
