package io.github.mavenhardening.core.workflow.code;

/**
 * The ways on from a statement of a script, by what is known there.
 *
 * @param success where it succeeds
 * @param failure where it fails, which ends a script that runs with {@code -e}
 * @param passed where it fails and that ends nothing: all but the last command of {@code &&}, and what is negated
 * @param isRemark whether the statement does nothing but print
 */
record Ways(TextFacts success, TextFacts failure, TextFacts passed, boolean isRemark) {

    static final Ways UNKNOWN = of(TextFacts.NONE, TextFacts.NONE);
    static final Ways REMARK = new Ways(TextFacts.NONE, TextFacts.ALL, TextFacts.ALL, true);
    /** No way at all: a beginning for {@link #or}. */
    static final Ways NOWHERE = new Ways(TextFacts.ALL, TextFacts.ALL, TextFacts.ALL, true);
    /** The script does not go on. */
    static final Ways LEAVING = of(TextFacts.ALL, TextFacts.ALL);

    /** Those of a command alone. */
    static Ways of(TextFacts success, TextFacts failure) {
        return new Ways(success, failure, TextFacts.ALL, false);
    }

    /** What is known where it does not succeed. */
    TextFacts otherwise() {
        return failure.or(passed);
    }

    Ways negated() {
        return new Ways(otherwise(), TextFacts.ALL, success, isRemark);
    }

    /** With what is known in any case. */
    Ways and(TextFacts before) {
        return new Ways(before.and(success), before.and(failure), before.and(passed), isRemark);
    }

    /** By one or the other. */
    Ways or(Ways other) {
        return new Ways(
                success.or(other.success),
                failure.or(other.failure),
                passed.or(other.passed),
                isRemark && other.isRemark);
    }

    /** What is taken to keep other texts from what follows, for it does more than to say that a test failed. */
    Ways keeping(TextFacts tested) {
        return isRemark ? this : and(tested.ofPatterns());
    }
}
