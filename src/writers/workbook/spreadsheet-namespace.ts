/** The namespace of SpreadsheetML (ISO 29500-1, 18). */
export const spreadsheetNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
