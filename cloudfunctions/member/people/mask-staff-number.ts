/** Enough to tell two people of one name apart, too little to bind with: at most the first and the last two. */
export function maskStaffNumber(staffNumber: string): string {
  const shownAtStart = staffNumber.length >= 6 ? 1 : 0;
  const shownAtEnd = staffNumber.length >= 4 ? 2 : 1;
  const hidden = Math.max(staffNumber.length - shownAtStart - shownAtEnd, 1);
  return (
    staffNumber.slice(0, shownAtStart) +
    '*'.repeat(hidden) +
    staffNumber.slice(shownAtStart + hidden)
  );
}
