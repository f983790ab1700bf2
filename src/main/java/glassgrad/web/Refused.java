package glassgrad.web;

/** A request that is not answered, and the problem that is answered instead. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Refused(Problem problem) {
        // The request is at fault, not the code: no stack trace is wanted.
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
