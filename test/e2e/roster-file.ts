import writeXlsxFile from 'write-excel-file/node';
import type { Phone } from './phone';

export type Rows = readonly (readonly string[])[];

/** Chooses a sheet with these rows as if it had come by a chat, from the button with these words. */
export async function chooseSheet(
  phone: Phone,
  button: string,
  name: string,
  rows: Rows,
): Promise<void> {
  const buffer = await writeXlsxFile(rows.map((row) => [...row])).toBuffer();
  await chooseFile(phone, button, name, buffer);
}

/** As chooseSheet, with any bytes. The first time WeChat's guide to privacy is agreed to. */
export async function chooseFile(
  phone: Phone,
  button: string,
  name: string,
  buffer: Buffer,
): Promise<void> {
  const chooser = phone.page.waitForEvent('filechooser');
  await phone.tap(button);
  const agree = phone.shown.locator('#privacy-agree');
  const first = await Promise.race([
    chooser.then(() => 'chooser' as const),
    agree.waitFor().then(() => 'guide' as const),
  ]);
  if (first === 'guide') await phone.tap(agree);
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}
