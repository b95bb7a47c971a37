import type { Phone } from './phone';

/** Name and number on the page for adding people. */
export async function fillIn(officer: Phone, name: string, staffNumber: string): Promise<void> {
  await officer.fill('和员工卡一致', name);
  await officer.fill('员工卡上的号码', staffNumber);
}

/** Opens a sheet by the label of its row and picks a line of it. */
export async function choose(officer: Phone, label: string, line: string): Promise<void> {
  await officer.tap(label);
  await officer.tap(officer.shown.locator('.option-rows__row').getByText(line, { exact: true }));
}

export async function bind(
  phone: Phone,
  name: string,
  staffNumber: string,
  code: string,
): Promise<void> {
  await phone.fill('和花名册一致', name);
  await phone.fill('员工卡上的号码', staffNumber);
  await phone.fill('向支部书记要，7 天有效', code);
  await phone.tap('我已读隐私说明');
  await phone.tap(phone.shown.locator('.primary-action'));
}
