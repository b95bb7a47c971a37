/** '340 分钟 ÷ 60，不足 0.1 不计', behind hours in tenths; the rest is named where there is one. docs/rules.md#R-128 */
export const workedOut = (minutes: number): string =>
  `${minutes} 分钟 ÷ 60${minutes % 6 === 0 ? '' : '，不足 0.1 不计'}`;
