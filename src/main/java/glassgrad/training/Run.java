package glassgrad.training;

import glassgrad.data.Dataset;
import glassgrad.data.Sample;
import glassgrad.data.Standardisation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A training run: the numbers of any step of a recipe.
 *
 * <p>A run with an edit is a branch of the run without it: it shares every step before the edit and continues from there on
 * its own. So an edit costs the steps after it, not a replay from the start.
 *
 * <p>Safe for several threads; one computes at a time. A branch asks the run it came from, never the other way, so that
 * their locks are always taken in the same order.
 */
public final class Run {
    /** Earlier steps computed again that stay at hand. */
    private static final int REMEMBERED = 4;

    private final String id;

    /** Of this run or of one that branched from it: it may have more edits. */
    private final Recipe recipe;

    private final int edits;
    private final Model model;
    private final Turns turns;
    private final @Nullable Run trunk;
    private final int start;
    private final @Nullable Edit edit;
    private final TrainingRecipe training;

    private @Nullable History history;
    private @Nullable State head;
    private final Course course = new Course();

    /** The earlier steps that were last computed again: those after them, asked for next, go on from there. */
    private final Deque<State> again = new ArrayDeque<>();

    private @Nullable Stopped stopped;

    /** The run of a recipe without its edits. */
    Run(String id, Recipe recipe, Workshop workshop) {
        this.id = id;
        turns = workshop.turns;
        this.recipe = recipe;
        model = new Model(recipe, workshop);
        trunk = null;
        edit = null;
        edits = 0;
        start = 0;
        training = recipe.training();
    }

    /** A branch: the trunk's run with the recipe's next edit. */
    Run(String id, Recipe recipe, Edit edit, Run trunk) {
        this.id = id;
        this.recipe = recipe;
        model = trunk.model;
        turns = trunk.turns;
        this.trunk = trunk;
        this.edit = edit;
        edits = trunk.edits + 1;
        start = edit.step();
        training = edit.applyTo(trunk.training);
    }

    public String id() {
        return id;
    }

    public Recipe recipe() {
        List<Edit> all = recipe.edits();
        return all.size() == edits ? recipe : recipe.withEdits(all.subList(0, edits));
    }

    /** The run that this one branched from; null for a run without edits. */
    @Nullable
    Run trunk() {
        return trunk;
    }

    public List<String> parameterNames() {
        return model.names.all();
    }

    /** The samples to learn from, as they are given; where there are features, the network sees those. */
    public Dataset dataset() {
        return model.given.training();
    }

    /** Those to test with. */
    public List<Sample> test() {
        return model.given.test();
    }

    /** How inputs are moved and scaled before the network sees them; null if they are not. */
    public @Nullable Standardisation standardisation() {
        return model.seen.standardisation;
    }

    /**
     * Trains up to a step, as far as the deadline and the limit on losses allow, by one step at least.
     *
     * @param from where the asker's losses end
     * @param to the step that the asker wants to see, earlier ones too
     */
    public synchronized Progress advance(int from, int to, Deadline deadline) {
        checkStep("from", from);
        checkStep("to", to);
        int wanted = (int) Math.min(to, (long) from + Limits.LOSSES);
        return progress(from, frame(wanted, deadline), null);
    }

    /**
     * As {@link #advance(int, int, Deadline)}, but no further than to the step at which something comes true.
     *
     * @param since the step that the asker sees, after which it counts
     */
    public synchronized Progress advance(int from, int to, int since, Until until, Deadline deadline) {
        checkStep("since", since);
        Frame last = advance(from, to, deadline).frame();
        if (last.step() <= since) {
            return progress(from, last, null);
        }
        int first = until.lossesFrom(since);
        List<Double> losses = new ArrayList<>(losses(first, last.step()));
        losses.add(last.loss());
        Until.Met met = until.first(since, first, losses);
        int end = met == null ? last.step() : met.step();
        if (until.accuracy() != null && last.accuracy() != null) {
            double least = until.accuracy();
            boolean before = isAccurate(frame(since, deadline), least);
            for (int step = since + 1; step <= end; step++) {
                Frame frame = frame(step, Deadline.never());
                boolean now = isAccurate(frame, least);
                if (now && !before) {
                    return progress(from, frame, "accuracy");
                }
                before = now;
                if (deadline.isOver() && step < end) {
                    return progress(from, frame, null);
                }
            }
        }
        return met == null ? progress(from, last, null) : progress(from, frame(end, Deadline.never()), met.what());
    }

    private static boolean isAccurate(Frame frame, double least) {
        return frame.accuracy() != null && frame.accuracy() >= least;
    }

    private Progress progress(int from, Frame frame, @Nullable String met) {
        return new Progress(from, from < frame.step() ? losses(from, frame.step()) : List.of(), frame, met);
    }

    /** The numbers of a step, or of the last one reached before the deadline or before the run stopped. */
    public synchronized Frame frame(int step, Deadline deadline) {
        int reached = reach(step, deadline);
        Run owner = ownerOf(reached);
        return owner.ownFrame(id, reached);
    }

    /** How good the network was on the way to a step that was reached, that step not included; in order, by the step. */
    public List<Map.Entry<Integer, Measure>> course(int step) {
        TreeMap<Integer, Measure> all = new TreeMap<>();
        for (Run run = this; run != null; run = run.trunk) {
            run.addCourse(step, all);
            step = Math.min(step, run.start);
        }
        return Course.thinned(all);
    }

    private synchronized void addCourse(int step, Map<Integer, Measure> all) {
        all.putAll(course.between(start, step));
    }

    /** Which classes the network takes for which, at a step that was reached. */
    public Confusion confusion(int step) {
        return turns.during(model.work(), () -> Confusion.of(model, training, state(step)));
    }

    /** The loss of a subject at a step that was reached, as a graph of values, differentiated. */
    public LossGraph graph(int step, Subject subject) {
        if (subject instanceof Subject.Numbered numbered) {
            return graph(step, numbered.number());
        }
        if (subject instanceof Subject.Elsewhere elsewhere) {
            recipe.checkSubject("sample", elsewhere);
            return graph(step, model.seen.of(elsewhere.sample()));
        }
        return graphOfBatch(step);
    }

    /** One sample's loss at a step that was reached, as a graph of values, differentiated. */
    public LossGraph graph(int step, int sample) {
        if (sample < 0 || sample >= model.dataset.size()) {
            throw InvalidInput.notASample("sample", model.dataset.size());
        }
        return graph(step, model.dataset.samples().get(sample));
    }

    private LossGraph graph(int step, Sample seen) {
        model.checkGraph(1);
        double[] parameters = state(step).parameters;
        return turns.during(model.work(), () -> {
            LossGraph graph = model.graphOfSample(parameters, seen);
            graph.root().backward();
            return graph;
        });
    }

    /** The loss, at a step that was reached, of the batch that the next update uses, as a graph of values, differentiated. */
    public LossGraph graphOfBatch(int step) {
        TrainingRecipe inForce = ownerOf(step).training;
        Batch batch = inForce.batches(model.dataset.size()).of(step);
        model.checkGraph(batch.size());
        State state = state(step);
        return turns.during(model.work(), () -> {
            LossGraph graph = model.graphOfBatch(state.parameters, batch, inForce.regularization(model.names));
            if (!inForce.zeroGrad()) {
                for (int i = 0; i < state.gradients.length; i++) {
                    graph.parameters().get(i).gradient = state.gradients[i];
                }
            }
            graph.root().backward();
            return graph;
        });
    }

    /** The loss of a step that was reached, to be asked for more than a frame tells. */
    public Probe probe(int step) {
        return new Probe(model, ownerOf(step).training, state(step), turns);
    }

    /** The parameters of a step that was reached. */
    public synchronized double[] values(int step) {
        if (trunk != null && step < start) {
            return trunk.values(step);
        }
        double[] kept = history == null ? null : history.parameters(step);
        return kept == null ? state(step).parameters : kept;
    }

    /** Sees the parameters of a step, and says whether it wants to see the next. */
    @FunctionalInterface
    public interface Viewer {
        boolean see(int step, double[] values);
    }

    /** Shows the parameters of steps that were reached, from the first on up to and including one. */
    public void replay(int to, Viewer viewer) {
        State state = state(0);
        Trainer trainer = new Trainer(model, ownerOf(0).training);
        while (viewer.see(state.step, state.parameters) && state.step < to) {
            Run next = ownerOf(state.step + 1);
            if (next == ownerOf(state.step)) {
                step(trainer, state);
            } else {
                state = state(state.step + 1);
                trainer = new Trainer(model, next.training);
            }
        }
    }

    private void step(Trainer trainer, State state) {
        turns.during(model.work(), () -> {
            boolean finite = trainer.evaluate(state);
            trainer.update(state);
            return finite;
        });
    }

    /** The last step, not after a step that was reached, whose parameters are at hand without computing them again. */
    public synchronized int lastKept(int step) {
        return trunk != null && step < start ? trunk.lastKept(step) : memory().lastKept(step);
    }

    /** Trains until a step, if it can, and makes the numbers of the step that it reaches ready; that step. */
    public synchronized int reach(int step, Deadline deadline) {
        checkStep("step", step);
        if (trunk != null && (head == null || step < start)) {
            int before = trunk.latest();
            int reached = trunk.reach(Math.min(step, start), deadline);
            // A long chain of branches would otherwise make a step each, however late it is.
            boolean isLate = trunk.latest() > before && deadline.isOver();
            if (reached < start || isLate) {
                return reached;
            }
        }
        State state = begin();
        if (step < state.step) {
            return replay(step, deadline).step;
        }
        if (stopped == null) {
            train(state, step, deadline);
        }
        return state.step;
    }

    /** The last step that was reached; -1 if none was. */
    private synchronized int latest() {
        return head == null ? -1 : head.step;
    }

    private void train(State state, int step, Deadline deadline) {
        double[] gradientsBefore = new double[state.gradients.length];
        boolean finite = true;
        try (Turns.Turn turn = turns.take((long) model.work() * (step - state.step));
                Trainer trainer = new Trainer(model, training)) {
            Burst burst = new Burst(state.step, step, model.work());
            while (finite && burst.goesOn(state.step, turn, deadline)) {
                System.arraycopy(state.gradients, 0, gradientsBefore, 0, gradientsBefore.length);
                finite = trainer.evaluate(state);
                if (finite) {
                    memory().add(trainer.loss());
                    course.visit(state, model, trainer);
                    trainer.update(state);
                    memory().visit(state);
                }
            }
        }
        if (!finite) {
            // An edit at this step goes on from what it began with.
            System.arraycopy(gradientsBefore, 0, state.gradients, 0, gradientsBefore.length);
            stopped = Divergence.find(model, training, state);
        }
    }

    /** Computes an earlier step again, from the nearest one at hand, or as far as the deadline allows; not to be changed. */
    private State replay(int step, Deadline deadline) {
        State state = memory().before(step);
        for (State recent : again) {
            if (recent.step <= step && recent.step > state.step) {
                state = recent;
            }
        }
        if (state.step < step) {
            state = state.copy();
            try (Turns.Turn turn = turns.take((long) model.work() * (step - state.step));
                    Trainer trainer = new Trainer(model, training)) {
                Burst burst = new Burst(state.step, step, model.work());
                while (burst.goesOn(state.step, turn, deadline)) {
                    trainer.evaluate(state);
                    trainer.update(state);
                }
            }
        }
        again.remove(state);
        again.addFirst(state);
        if (again.size() > REMEMBERED) {
            again.removeLast();
        }
        return state;
    }

    /** Roughly what this run keeps in memory, without the run it branched from. */
    public synchronized long bytes() {
        long own = edit == null ? model.bytes() : 100L * edit.set().size();
        return 2_000
                + own
                + course.bytes()
                + (history == null ? 0 : history.bytes())
                + (head == null ? 0 : 2 * head.bytes());
    }

    private Frame ownFrame(String run, int step) {
        State state = state(step);
        Stopped here = stoppedAt(step);
        return turns.during(model.work(), () -> Frame.of(run, model, training, state, here));
    }

    private synchronized @Nullable Stopped stoppedAt(int step) {
        return stopped != null && stopped.step() == step ? stopped : null;
    }

    private synchronized State begin() {
        State state = head;
        if (state == null) {
            state = trunk == null
                    ? State.first(model.initial, training.updater().memory())
                    : trunk.state(start);
            if (edit != null) {
                set(state.parameters, edit);
            }
            head = state;
            history = new History(state, model.work(), recipe.edits().size(), training.zeroGrad());
        }
        return state;
    }

    private void set(double[] parameters, Edit edit) {
        edit.set().forEach((name, value) -> {
            if (model.names.contains(name) && value instanceof Number number) {
                parameters[model.names.index(name)] = number.doubleValue();
            }
        });
    }

    /** The state of a step that was reached, which the caller may change. */
    private synchronized State state(int step) {
        if (trunk != null && step < start) {
            return trunk.state(step);
        }
        State latest = begin();
        if (latest.step == step) {
            return latest.copy();
        }
        if (step > latest.step) {
            throw new IllegalStateException("Step %d has not been reached.".formatted(step));
        }
        return replay(step, Deadline.never()).copy();
    }

    private synchronized List<Double> losses(int from, int to) {
        List<Double> losses = new ArrayList<>();
        if (trunk != null && from < start) {
            losses.addAll(trunk.losses(from, Math.min(to, start)));
        }
        if (to > start) {
            losses.addAll(memory().losses(Math.max(from, start), to));
        }
        return losses;
    }

    private Run ownerOf(int step) {
        return trunk != null && step < start ? trunk.ownerOf(step) : this;
    }

    private History memory() {
        if (history == null) {
            throw new IllegalStateException("The run has not begun.");
        }
        return history;
    }

    private static void checkStep(String field, int step) {
        if (step < 0 || step > Limits.STEPS) {
            throw InvalidInput.notAStep(field);
        }
    }
}
