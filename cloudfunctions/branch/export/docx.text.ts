/** In which an office prints. */
export const OFFICE_FONT = '宋体';
