/**
 * Diagnostics as a SARIF 2.1.0 log (OASIS Static Analysis Results Interchange Format); what is silenced is there as
 * suppressed.
 */
import type { Silenced } from '../../check/apply-silences.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';

export function sarifLog(shown: readonly Diagnostic[], silenced: Silenced['silenced'], version: string): unknown {
  const codes = [
    ...new Set([...shown, ...silenced.map(({ diagnostic }) => diagnostic)].map(({ code }) => code)),
  ].sort();
  const resultOf = (diagnostic: Diagnostic, reason: string | null): unknown => ({
    ruleId: diagnostic.code,
    ruleIndex: codes.indexOf(diagnostic.code),
    level: diagnostic.severity,
    message: { text: diagnostic.hint === null ? diagnostic.message : `${diagnostic.message}\n${diagnostic.hint}` },
    ...(diagnostic.span === null ? {} : { locations: [locationOf(diagnostic.span)] }),
    ...(reason === null ? {} : { suppressions: [{ kind: 'inSource', justification: reason }] }),
  });
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'briefkit', version, rules: codes.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...shown.map((diagnostic) => resultOf(diagnostic, null)),
          ...silenced.map(({ diagnostic, reason }) => resultOf(diagnostic, reason)),
        ],
      },
    ],
  };
}

/** A cell of a workbook is no region of text (SARIF 3.29.4): it is named as a logical location (3.33). */
const locationOf = ({ file, line, column, cell }: NonNullable<Diagnostic['span']>): unknown => ({
  physicalLocation: {
    artifactLocation: { uri: encodeURI(file) },
    ...(cell === undefined ? { region: { startLine: line, startColumn: column } } : {}),
  },
  ...(cell === undefined ? {} : { logicalLocations: [{ name: cell, kind: 'cell' }] }),
});
