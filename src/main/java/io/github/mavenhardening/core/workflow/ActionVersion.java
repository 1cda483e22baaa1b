package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlComment;
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
        Optional<Integer> ofRef = ofRef(step);
        if (ofRef.isPresent() || !(step.body() instanceof Step.UsesAction action)) {
            return ofRef;
        }
        Optional<GitRef> ref = ref(step);
        Optional<YamlComment> comment = ref.isPresent() && ref.get().isCommit()
                ? definition.commentOn(action.uses().span().line())
                : Optional.empty();
        return comment.isPresent() ? number(comment.get().text()) : Optional.empty();
    }

    /** The same by the ref alone. */
    public static Optional<Integer> ofRef(Step step) {
        Optional<GitRef> ref = ref(step);
        return ref.isPresent() ? ref.get().majorVersion() : Optional.empty();
    }

    private static Optional<GitRef> ref(Step step) {
        Optional<Uses.Repository> repository = step.repository();
        return repository.isPresent() ? repository.get().ref() : Optional.empty();
    }

    private static Optional<Integer> number(String comment) {
        Matcher matcher = COMMENT.matcher(comment);
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
