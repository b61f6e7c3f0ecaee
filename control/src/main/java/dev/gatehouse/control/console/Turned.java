package dev.gatehouse.control.console;

import dev.gatehouse.api.Problem;

/// A page cannot be shown; the problem says why, to the person who looks.
final class Turned extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Turned(Problem problem) {
        super(problem.title());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
