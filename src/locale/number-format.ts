/** The format code of spreadsheets that shows a number with the decimals that it is written with (ISO 29500-1, 18.8.31). */

export const numberFormat = (decimals: number): string => decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
