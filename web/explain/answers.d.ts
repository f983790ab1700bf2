/** What the server answers when it is asked why; as the records of glassgrad.explain. */

export interface Explanation {
  node: string;
  label: string;
  group: string;
  value: {
    data: number;
    /** "" for a leaf. */
    op: string;
    operands: { id: string; label: string; data: number; partial: number }[];
  };
  gradient: {
    gradient: number;
    /** What the gradient was before the first term. */
    from: number;
    start: 'zero' | 'root' | 'carried';
    /** Whether every term replaced what was there, which is wrong. */
    overwritten: boolean;
    terms: Term[];
    /** The terms that are not listed. */
    rest: { count: number; sum: number } | null;
  };
  nudge: Nudge;
}

/** What one use of a value adds to its gradient. */
export interface Term {
  consumer: string;
  label: string;
  op: string;
  /** Which operand of the consumer the explained value is. */
  operand: number;
  upstream: number;
  partial: number;
  product: number;
  sum: number;
}

export interface Nudge {
  by: number;
  before: number;
  after: number;
  below: number;
  change: number;
  expected: number;
  quotient: number;
  /** How far quotient and gradient lie apart, as a part of the larger. */
  agreement: number;
  /** How far about the quotient may be off by rounding; infinite if the value does not move at all. */
  rounding: number;
}

export interface Paths {
  node: string;
  root: string;
  gradient: number;
  carried: number;
  /** How many there are, in decimal digits. */
  count: string;
  /** Whether there are no more than that. */
  exact: boolean;
  sum: number;
  paths: Path[];
  rest: { count: string; sum: number };
}

export interface Path {
  /** Ids from the value to the root. */
  nodes: string[];
  operands: number[];
  partials: number[];
  product: number;
}

export interface Shares {
  parameter: string;
  gradient: number;
  carried: number;
  regularization: number;
  /** By how much a sample's own loss is multiplied in the batch's. */
  scale: number;
  from: number;
  to: number;
  /** Those of the batch, where it is shuffled. */
  samples: number[] | null;
  sum: number;
  /** Samples are counted from 0. */
  largest: { sample: number; share: number }[];
  /** The shares that are not listed. */
  rest: { count: number; sum: number } | null;
}
