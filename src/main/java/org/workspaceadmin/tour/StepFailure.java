package org.workspaceadmin.tour;

/** A step of the tour did not hold; the message says what was expected. */
final class StepFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepFailure(String expected) {
        super(expected);
    }
}
