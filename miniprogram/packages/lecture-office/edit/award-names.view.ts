export const AWARD_NAMES = ['一等奖', '二等奖', '三等奖', '优秀奖', '鼓励奖'] as const;
