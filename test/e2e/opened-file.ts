import { strFromU8, unzipSync } from 'fflate';
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

/** All that is written in a .docx. */
export function documentWords(file: Uint8Array): string {
  const xml = unzipSync(file)['word/document.xml'] ?? new Uint8Array();
  return strFromU8(xml).replace(/<[^>]*>/gu, '');
}
