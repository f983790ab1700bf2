package glassgrad.training;

import glassgrad.data.Sample;

/** What a graph is about. */
public sealed interface Subject {
    /** One of the samples to learn from, counted from 0. */
    record Numbered(int number) implements Subject {}

    /** The batch that the next update uses. */
    record All() implements Subject {}

    /** A sample that is none of the run's: somewhere the network was never told what is right. */
    record Elsewhere(Sample sample) implements Subject {}

    /** The first sample. */
    Subject FIRST = new Numbered(0);

    Subject ALL = new All();
}
