/** What a refresh did, left, and could not do: one entry a place. */

export type ChangePlace =
  | 'text'
  | 'table'
  | 'chart'
  | 'workbook'
  | 'notes'
  | 'alt'
  | 'comment'
  | 'picture'
  | 'shape'
  | 'slide'
  /** All of it. */
  | 'deck';

export type ChangeKind =
  /** The report's value stands there now. */
  | 'updated'
  /** What a person did stays, though the report says something else. */
  | 'kept'
  /** Kept, and it contradicts the report: somebody has to decide. */
  | 'conflict'
  /** An old number where it cannot be changed, or may not be. */
  | 'stale'
  /** The report has it no more. */
  | 'gone'
  /** The report has it, the deck does not. */
  | 'new'
  /** The report has it, and now the deck has it too. */
  | 'added';

export type ChangeReason =
  /** Another number was typed in its place. */
  | 'typed-over'
  /** The number stands there, the words that have to change with it do not. */
  | 'words'
  /** Several equal numbers could be meant. */
  | 'unclear'
  /** Both the deck and the report changed the words. */
  | 'wording'
  /** A person took it out. */
  | 'deleted'
  /** In words of a person's own. */
  | 'quoted'
  /** In a picture. */
  | 'picture'
  /** It is a chart drawn as shapes, which nobody can set anew. */
  | 'drawn'
  /** A person gave it another colour than the build: it no more says the state that it stands for. */
  | 'colour'
  /** There is no free room for it: it stands over others. */
  | 'overlaps'
  /** The report has the chart as a kind that PowerPoint has since 2016: one that stands is not made into one. */
  | 'extended'
  /** The chart's form is another now. */
  | 'form'
  /** The chart reads a workbook of somebody else's. */
  | 'linked'
  /** In SmartArt. */
  | 'diagram'
  /** It stands in a field or a part that cannot be changed. */
  | 'locked'
  /** The part in which it stands cannot be read. */
  | 'damaged'
  /** What the deck says of itself cannot be read: its slides are known by what each of them says. */
  | 'identity';

export interface Change {
  readonly kind: ChangeKind;
  readonly place: ChangePlace;
  /** From 1 in the edited deck; null for what it does not have. */
  readonly slide: number | null;
  readonly title: string;
  readonly shape: string | null;
  readonly figure: string | null;
  /** As it stands, or stood, in the deck. */
  readonly before: string;
  /** As the report says it. */
  readonly after: string;
  /** Words around it. */
  readonly context: string;
  readonly reason: ChangeReason | null;
  /** What a chart has more than before, or less, by the names that the report gives it; left out for all else. */
  readonly addition?: ChartAddition;
}

export interface ChartAddition {
  readonly series: string;
  /** Null for the whole series. */
  readonly point: string | null;
}

/** What to do where deck and report contradict each other: tell, keep the deck's, take the report's. */
export type ConflictChoice = 'tell' | 'ours' | 'theirs';
