const PHONE_HEIGHT = 844;
/** What stands above and below the screen of a phone. */
const AROUND = 190;
const SMALLEST = 0.6;

/** Draws the phones as large as the window is high, at most in their true size. */
export function fitPhones(): void {
  const fit = (): void => {
    const scale = Math.min(1, Math.max(SMALLEST, (innerHeight - AROUND) / PHONE_HEIGHT));
    document.documentElement.style.setProperty('--scale', scale.toFixed(4));
  };
  fit();
  addEventListener('resize', fit);
}
