/** What to do about a staff number as typed; '' when it can be one. */
export function staffNumberProblem(words: string): string {
  return /^[A-Za-z0-9]{2,20}$/u.test(words.trim()) ? '' : '工号是员工卡上的数字和字母，至少 2 位。';
}
