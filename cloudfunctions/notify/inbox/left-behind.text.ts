/** Said below a message of a branch that its reader has left; docs/rules.md#R-348. */
export function leftBehindText(wasAsked: boolean, leadsOn: boolean): string {
  const what = [wasAsked ? '不用再办' : '', leadsOn ? '' : '点开也看不到了'].filter(
    (each) => each !== '',
  );
  return `你已经不在这个支部了${what.length === 0 ? '' : `，${what.join('，')}`}。`;
}
