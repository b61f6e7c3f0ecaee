package dev.gatehouse.pgparser.build.split;

/// The function has no switch of the shape that can be split; the message says what is missing.
public final class NotSplittable extends Exception {
    private static final long serialVersionUID = 1L;

    NotSplittable(String why) {
        super(why);
    }
}
