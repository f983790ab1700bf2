/** The page of expressions: what travels, and the state of the page. */
import type { Graph, GraphNumbers, Practice, Problem, State, Topology } from '../types.d.ts';

/** A piece of a source. Lines and columns are counted from 1; endColumn is behind the last character. */
export interface Place {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** A name and what it stands for. */
export interface NameRow {
  /** "" for a result without a name. */
  name: string;
  /** Null if the result does not depend on it. */
  node: string | null;
  /** Whether its number is given from outside. */
  input: boolean;
  /** Where its number stands in the source, if nothing else makes it. */
  number: Place | null;
  value: number;
  gradient: number;
  /** The right gradient, where the other may be wrong. */
  correct: number | null;
}

export interface StatementRow {
  name: string;
  node: string | null;
  value: number;
  gradient: number;
  place: Place;
}

/** What POST /api/expressions/sheet answers. */
export interface Sheet {
  value: number;
  /** The id of the result's node. */
  root: string;
  inputs: Record<string, number>;
  names: NameRow[];
  statements: StatementRow[];
  /** Null if the page has it. */
  topology: Topology | null;
  graph: GraphNumbers;
  /** The ids of the nodes whose gradients are wrong, because contributions replaced one another. */
  wrong: string[];
}

export interface Example {
  name: string;
  title: string;
  source: string;
  inputs: Record<string, number>;
  /** What to look at, in a sentence. */
  look: string;
  /** The id of the node to look at first. */
  node: string;
  leaves: string[];
}

export interface Defaults {
  /** The value of a name that nobody gave one. */
  missing: number;
  rate: number;
  maxRate: number;
  /** As many as a source may have. */
  characters: number;
}

/** What the server writes into the page. */
export interface PageBoard {
  source: string;
  inputs: Record<string, number>;
  overwrite: boolean;
  selected: string | null;
  leaves: string[] | null;
  rate: number;
  practice: Practice | null;
  /** Null if the source has a mistake. */
  sheet: Sheet | null;
  mistake: Problem | null;
  problem: Problem | null;
  examples: Example[];
  defaults: Defaults;
}

/** What someone chose: all that an address says. */
export interface Choice {
  /** As it stands in the editor. */
  draft: string;
  /** In the order in which they are shown. */
  inputs: ReadonlyMap<string, number>;
  /** Whether contributions replace one another, which is wrong. */
  overwrite: boolean;
  selected: string | null;
  /** The names that a step moves; null for all that can be moved. */
  leaves: readonly string[] | null;
  rate: number;
  /** null: nothing is practised. */
  practice: Practice | null;
}

/** What all the shown numbers belong to. */
export interface Shown {
  source: string;
  inputs: ReadonlyMap<string, number>;
  overwrite: boolean;
  sheet: Sheet;
}

/** A number of the source that nothing else makes: where it stands in the draft. */
export interface Literal {
  name: string;
  from: number;
  to: number;
}

/** A step that was taken. */
export interface Stepped {
  before: number;
  after: number;
}

export interface BoardState extends State, Choice {
  selected: string | null;
  practice: Practice | null;
  graph: Graph | null;
  /** Null until a source was understood. */
  shown: Shown | null;
  /** Of the draft; empty as long as the engine has not read it. */
  literals: readonly Literal[];
  /** What the engine does not understand in the draft. */
  mistake: Mistake | null;
  /** Of the shown numbers, if a step has led to them. */
  stepped: Stepped | null;
  examples: Example[];
  defaults: Defaults;
}

export interface Mistake extends Problem {
  line?: number;
  column?: number;
}

export type BoardStore = import('../types.d.ts').Store<BoardState>;
