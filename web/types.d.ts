/**
 * The wire, and the page's state, as types. Numbers that JSON cannot write travel as the strings "NaN", "Infinity" and
 * "-Infinity"; web/json.js turns them into numbers when they arrive, so that in the page a number is a number.
 */

export interface Sample {
  x: number[];
  y: number[];
}

/** To a rate at a step, along a line or half a wave. */
export interface FallingSchedule {
  name: 'linear' | 'cosine';
  end: number;
  steps: number;
}

/** The rate times a factor after every so many steps. */
export interface StepSchedule {
  name: 'step';
  every: number;
  factor: number;
}

export type Schedule = 'constant' | FallingSchedule | StepSchedule;

export type EditValue = number | boolean | null;

export interface Edit {
  step: number;
  set: Record<string, EditValue>;
}

/** What a graph is about; see web/subject.js. */
export type Subject = number | string;

/** When play stops by itself, as POST /api/runs/{run}/steps has it. */
export interface Until {
  step?: number | null;
  loss?: number | null;
  accuracy?: number | null;
  patience?: number | null;
}

/** What one step on is; see stepping.js. */
export type Unit = 'batch' | 'epoch' | 'sample';

/** A recipe with every default written out. */
export interface Recipe {
  version: number;
  data: {
    name?: string | null;
    points?: Sample[] | null;
    samples?: number;
    noise?: number;
    /** Of a person's own function. */
    formula?: string;
    seed?: number;
    testShare?: number;
    splitSeed?: number;
    standardise?: boolean;
    /** null: the inputs as they are. */
    features?: string[] | null;
  };
  network: {
    /** Neurons of each layer, the output layer's last. */
    layers: number[];
    /** Of all hidden layers, or of each of them. */
    activation: string | string[];
    outputActivation: string;
    bias: string;
    seed: number;
    initialisation: string;
  };
  training: {
    loss: string;
    optimizer: string;
    learningRate: number;
    schedule: Schedule;
    /** null: all the samples. */
    batchSize: number | null;
    zeroGrad: boolean;
    l1: number;
    l2: number;
    momentum: number;
    beta1: number;
    beta2: number;
    epsilon: number;
    weightDecay: number;
    order: string;
    orderSeed: number;
    penalty: string;
  };
  edits: Edit[];
}

/** Where a run met a number that is not finite. */
export interface Stopped {
  step: number;
  operation: string;
  /** A graph node's id or a parameter's name. */
  node: string;
  message: string;
}

/** The numbers of one moment. */
export interface Frame {
  run: string;
  step: number;
  loss: number;
  trainLoss: number;
  testLoss?: number | null;
  learningRate: number;
  /** One a parameter, in the order of State.parameters. */
  values: number[];
  gradients: number[];
  /** One list a sample. */
  outputs: number[][];
  accuracy?: number | null;
  testAccuracy?: number | null;
  stopped?: Stopped | null;
}

export interface GraphNode {
  id: string;
  /** "" for a leaf. */
  op: string;
  label: string;
  data: number;
  gradient: number;
  /** Ids, in order; a repeated operand stands twice. */
  operands: string[];
  /** The derivative by each operand. */
  partials: number[];
  group: string;
}

/** What of a graph stays the same from step to step. */
export interface Topology {
  /** Its name: numbers of the same name belong to it. */
  topology: string;
  /** Operands before their consumers. */
  nodes: Pick<GraphNode, 'id' | 'op' | 'label' | 'operands' | 'group'>[];
  root: string;
}

/** What of a graph every step changes, in the order of the topology's nodes. */
export interface GraphNumbers {
  step: number;
  sample: Subject;
  topology: string;
  data: number[];
  gradients: number[];
  /** One for every operand of every node, one node's after the other's. */
  partials: number[];
}

/** Topology and numbers together. */
export interface Graph {
  step: number;
  sample: Subject;
  /** The same object as long as the topology is the same. */
  topology: Topology;
  data: number[];
  gradients: number[];
  partials: number[];
  root: string;
  node(i: number): GraphNode;
  /** The same graph with other numbers. */
  with(numbers: Pick<GraphNumbers, 'data' | 'gradients' | 'partials'>): Graph;
  /** All of them, made when they are first asked for. */
  readonly nodes: GraphNode[];
}

export interface Setting {
  /** Where it stands in a recipe: "training.learningRate". */
  field: string;
  /** Its name in a link: "rate". */
  key: string;
  title: string;
  help: string;
  type: 'number' | 'integer' | 'flag' | 'choice' | 'choices' | 'layers' | 'schedule' | 'features' | 'text';
  default: unknown;
  min: number;
  /** Whether min itself is refused. */
  aboveMin: boolean;
  max: number;
  choices: { value: string; title: string }[];
  /** Whether an edit may change it in the middle of a run. */
  editable: boolean;
  /** Where it applies: where another setting has one of these values, or any but null and 0 if there are none; null: everywhere. */
  when?: { field: string; values: string[] } | null;
}

export interface Preset {
  name: string;
  title: string;
  recipe: Recipe;
}

/** How a file was read. */
export interface CsvAnswer {
  separator: string;
  columns: { name: string; kind: 'number' | 'class' }[];
  /** Columns, counted from 1. */
  inputs: number[];
  targets: number[];
  /** Their names, in the order of their outputs; none if the targets are numbers. */
  classes: string[];
  points: Sample[];
  dropped: { line: number; text: string; reason: string }[];
  droppedCount: number;
}

/** The samples of a run. */
export interface Data {
  inputs: number;
  outputs: number;
  /** Those to learn from, in the order of Frame.outputs. */
  samples: Sample[];
  /** Those to test with. */
  test?: Sample[];
  /** How inputs are moved and scaled before the network sees them; left out: they are not. */
  standardisation?: { means: number[]; deviations: number[] } | null;
}

/** What is known of a data set before it is asked for. */
export interface DatasetFacts {
  name: string;
  /** How many it has by default. */
  samples: number;
  inputs: number;
  /** How many targets a sample has. */
  outputs: number;
  task: 'signs' | 'classes' | 'numbers';
}

/** A problem detail (RFC 9457). */
export interface Problem {
  title: string;
  detail: string;
  status?: number;
  field?: string | null;
  /** Nothing went wrong: it is an answer. */
  calm?: boolean;
}

/** What POST /api/runs answers. */
export interface RunAnswer {
  run: string;
  recipe: Recipe;
  parameters: string[];
  data: Data;
  frame: Frame;
}

/** What POST /api/runs/{run}/steps answers: the losses of the steps from .. frame.step - 1. */
export interface StepsAnswer {
  from: number;
  losses: number[];
  frame: Frame;
  /** What came true at the frame's step, of what was waited for. */
  met?: keyof Until | null;
  /** Of the frame's step, if it was asked for. */
  graph?: GraphNumbers;
  /** Why it is not there although it was asked for. */
  graphProblem?: Problem;
}

/** A run that is laid beside the one that is shown. Replaced when it changes; its losses grow in place. */
export interface Variant {
  id: number;
  /** What makes it differ, in words. */
  title: string;
  recipe: Recipe;
  /** "" until the server has opened it. */
  run: string;
  data: Data | null;
  /** The furthest that it came. */
  frame: Frame | null;
  losses: number[];
  /** The step that it is to reach. */
  to: number;
  /** Which of the colours for runs is its own, from 0. */
  colour: number;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  /** Whether somebody kept it; a sweep takes the place of another's runs only. */
  pinned: boolean;
  /** Why it failed. */
  problem: string;
}

/** A path through the graph that is drawn in the picture. */
export interface Trace {
  /** Ids, from a value to what is made of it in the end. */
  nodes: string[];
  /** How much it weighs beside the others, 0 to 1. */
  strength: number;
}

export type Depth = 'network' | 'neurons' | 'scalars';
export type Edges = 'weight' | 'gradient';
/** Of the loss, or of the accuracy in its place. */
export type Axis = 'linear' | 'log' | 'accuracy';

/** The number-th exercise, from 1, of a series on the graph of the moment. */
export interface Practice {
  /** What of a value is to be found. */
  asked: 'both' | 'data' | 'gradient';
  /** Another seed, other exercises. */
  seed: number;
  number: number;
}

/**
 * What is not to be read while a number is asked for. frame and graph then hold HIDDEN (numbers.js) in the place of what is
 * covered: every gradient and local derivative but those that are named, and the data of some nodes.
 */
export interface Veil {
  /** Ids of the nodes whose data are covered. */
  data: ReadonlySet<string> | 'all';
  /** Ids of the nodes whose gradients are not. */
  gradients: ReadonlySet<string>;
  /** The node that may be explained, since its gradient has been found; null: none. */
  explained: string | null;
}

export interface View {
  depth: Depth;
  open: string[];
  selected: string | null;
  /** The parameter that a surface shows beside the selected one; null: no surface. */
  beside: string | null;
  edges: Edges;
  axis: Axis;
  /** null: nothing is practised. */
  practice: Practice | null;
  /** null: play does not stop by itself. */
  until: Until | null;
  /** What somebody who prepared this moment has fixed about the page. */
  lesson: Lesson;
}

export interface Lesson {
  /** In a line of plain text; "" for none. */
  task: string;
  /** Ids of panels. */
  hide: string[];
  /** Keys of settings, or "all". */
  lock: string[];
  /** For a projector. */
  present: boolean;
}

/** What the server writes into the page: the first moment, and the tables from which forms are made. */
export interface Moment extends RunAnswer {
  losses: number[];
  topology: Topology | null;
  graph: GraphNumbers | null;
  step: number;
  sample: Subject;
  view: View;
  settings: Setting[];
  presets: Preset[];
  datasets: DatasetFacts[];
  limits: Record<string, number>;
  problem?: Problem | null;
  /** The short link by which the page was opened. */
  link: { id: string; made: string } | null;
  /** Why no short links can be made; "" if they can. */
  shortLinks: string;
}

/** Everything the page shows. recipe, frame, graph, data and losses are replaced together and always belong together. */
export interface State extends View {
  recipe: Recipe;
  run: string;
  /** Names, in the order of frame.values. */
  parameters: string[];
  data: Data;
  frame: Frame;
  /** Of the same step and sample as frame and sample; null if the server refused it. */
  graph: Graph | null;
  /** Why there is no graph, in a sentence. */
  graphProblem: string | null;
  /**
   * losses[k] is the loss of step k, for k < reached; the loss of the shown step is frame.loss. The array grows in place
   * while its run goes on, and is another array when the recipe changes: compare it and reached to see whether it changed.
   */
  losses: number[];
  /** The furthest step that was reached in this run. */
  reached: number;
  sample: Subject;
  playing: boolean;
  /** Steps a second; Infinity for as fast as it goes. */
  speed: number;
  unit: Unit;
  /** Whether an answer is awaited. */
  busy: boolean;
  /** Whether the server answers. */
  online: boolean;
  problem: Problem | null;
  /** null: everything may be read. */
  veil: Veil | null;
  canUndo: boolean;
  canRedo: boolean;
  settings: Setting[];
  presets: Preset[];
  datasets: DatasetFacts[];
  limits: Record<string, number>;
  /** Paths that are drawn in the picture. */
  traces?: Trace[] | null;
  /** Ids of nodes whose gradients are marked as wrong. */
  wrong?: string[];
  /** Runs that are laid beside this one. */
  compared?: readonly Variant[];
}

export interface Store<S extends State = State> {
  /** The newest state. */
  get(): Readonly<S>;
  set(patch: Partial<S>): void;
  /**
   * For drawing: calls back at most once an animation frame, with the newest state and the one of the call before.
   * Answers a function that ends the subscription.
   */
  subscribe(draw: (state: Readonly<S>, before: Readonly<S>) => void): () => void;
  /** As subscribe, but at once, on every change: for what must not wait for a frame to be drawn. */
  watch(react: (state: Readonly<S>, before: Readonly<S>) => void): () => void;
  /** Whether what is drawn from it can be seen; left out: it always can. Whoever subscribes is called when that begins. */
  seen?(): boolean;
}

/** What a person can do. None of them throws: what goes wrong becomes State.problem. */
export interface Actions {
  /** n steps on, or back if n is negative; pauses. */
  step(n: number): void;
  /** One step on or back, of the unit that was chosen. */
  go(direction: 1 | -1): void;
  /** To step k, at once if it was reached; the newest call wins. Pauses. */
  seek(k: number): void;
  play(): void;
  pause(): void;
  togglePlay(): void;
  /** Back to step 0. */
  reset(): void;
  /** Steps a second, or Infinity. */
  setSpeed(speed: number): void;
  /** A new run from step 0. Parts that are left out stay as they are: changeRecipe({ network: { seed: 3 } }). */
  changeRecipe(patch: RecipePatch): void;
  /** Sets one setting by its field: an edit if it may be edited and the shown step is not 0, a new recipe otherwise. */
  change(field: string, value: unknown): void;
  /** The next seed. */
  newWeights(): void;
  /** The same first weights, step 0, no edits. */
  startAgain(): void;
  openPreset(name: string): void;
  /** Another recipe as a whole, at a step. */
  openRecipe(recipe: Recipe, step: number): void;
  /** An edit at the shown step; a second edit of the same thing at the same step replaces the first. */
  edit(set: Record<string, EditValue>): void;
  /** Edits from now on are one change, however long they take, until endGesture. */
  beginGesture(): void;
  /** As if there had been no edit since beginGesture. */
  bringBack(): void;
  endGesture(): void;
  /** Other samples of the same shape, at the same step: the run up to there is made again with them. */
  setPoints(points: readonly Sample[]): void;
  /** Takes back State.recipe.edits[index], or only one name of it. */
  takeBack(index: number, name?: string): void;
  undo(): void;
  redo(): void;
  setSample(sample: Subject): void;
  setDepth(depth: Depth): void;
  toggleOpen(group: string): void;
  select(id: string | null): void;
  /** Shows a parameter beside the selected one; null: none any more. */
  compare(name: string | null): void;
  setEdges(edges: Edges): void;
  setAxis(axis: Axis): void;
  dismissProblem(): void;
}

export interface RecipePatch {
  data?: Recipe['data'];
  network?: Partial<Recipe['network']>;
  training?: Partial<Recipe['training']>;
  edits?: Edit[];
}

/** Something the server can be asked about the shown moment. */
export interface Question {
  /** The last part of its address: "explanation", "paths", "sweep", "shares", "slope", "surface", "update", "health", "practice". */
  what: string;
  /** Its parameters; sample is that of the state unless given here. */
  about?: Record<string, string | number | boolean>;
  /** What is sent, where something is told rather than asked; the sample is that of the state. */
  post?: Record<string, unknown>;
}

export interface Reply {
  /** Null if nothing is asked. */
  question: Question | null;
  /** Null until it is there. */
  answer: any;
  /** Why there is none, in a sentence. */
  problem: string | null;
  /** Whether the answer, if there is one, is about another moment than the one that is shown: its numbers must not be. */
  stale: boolean;
}

export interface Questions {
  /** Asks once, about the newest state's moment. Rejects if the server refuses or cannot be reached. */
  ask(question: Question): Promise<any>;
  /**
   * Keeps an answer in step with the shown moment. One request is under way at a time, and none while a run plays, nor about what
   * a veil covers: then there is no question.
   * Calls back in an animation frame or when an answer comes, whenever the reply changes.
   * @param wanted what is to be asked of a state; null: nothing
   * @returns a function that ends it
   */
  follow(wanted: (state: Readonly<State>) => Question | null, show: (reply: Reply) => void): () => void;
}

export type Mount = (element: HTMLElement, store: Store, actions: Actions, questions: Questions) => void;
