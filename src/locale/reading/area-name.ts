/** Names of areas as files and tables write them: with what kind of area it is, or without. */

/** What stands behind a name, the longest first. */
const kinds =
  /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗|地区|街道|新区|[省市区县镇乡盟旗州])$|\s+(?:province|prefecture|county|district|city|municipality|township|town|state|region|canton)$|^(?:province|county|city|state) of\s+/iu;

/** Equal for names that are written alike: without regard to capitals, spaces at the ends and composed letters. */
export const areaName = (name: string): string => name.normalize('NFC').trim().toLocaleLowerCase('und');

/** The same without its kind: 慈溪市 and 慈溪, Kent County and Kent. What would be a single letter keeps it. */
export function bareAreaName(name: string): string {
  const whole = areaName(name);
  const bare = whole.replace(kinds, '').trim();
  return [...bare].length > 1 ? bare : whole;
}
