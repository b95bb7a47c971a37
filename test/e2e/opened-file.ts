import type { Phone } from './phone';

/** Bytes of the document that the phone has opened. */
export async function openedFile(phone: Phone): Promise<Uint8Array> {
  const link = phone.page.getByText(/^打开文件（/u);
  await link.waitFor();
  const bytes = await link.evaluate(async (element) => {
    const response = await fetch((element as HTMLAnchorElement).href);
    return [...new Uint8Array(await response.arrayBuffer())];
  });
  return Uint8Array.from(bytes);
}
