/** What kind of file a workbook is. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
