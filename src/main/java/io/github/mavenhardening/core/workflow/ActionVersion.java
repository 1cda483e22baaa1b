package io.github.mavenhardening.core.workflow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of an action, by its ref or by the comment behind a commit: {@code @<commit> # v6.1.0}. */
public final class ActionVersion {

    private static final Pattern COMMENT = Pattern.compile("\\bv?(\\d{1,4})(?:\\.\\d{1,9}){0,2}\\b");

    private ActionVersion() {}

    /**
     * The first number of the version of the action that a step uses; empty when it is not known.
     *
     * @param definition what the step stands in
     */
    public static Optional<Integer> major(Step step, Definition definition) {
        Optional<UsesReference> reference = step.uses().map(Step.UsesAction::uses);
        Optional<GitRef> ref = reference.flatMap(UsesReference::repository).flatMap(Uses.Repository::ref);
        return ref.flatMap(GitRef::majorVersion)
                .or(() -> ref.filter(GitRef::isCommit)
                        .flatMap(commit -> definition.commentOn(
                                reference.orElseThrow().span().line()))
                        .flatMap(comment -> number(comment.text())));
    }

    private static Optional<Integer> number(String comment) {
        Matcher matcher = COMMENT.matcher(comment);
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
