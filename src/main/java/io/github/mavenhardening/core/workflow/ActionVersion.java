package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlComment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of an action, by its ref or by the comment behind a commit: {@code @<commit> # v6.1.0}. */
public final class ActionVersion {

    private static final Pattern COMMENT = Pattern.compile("\\bv?(\\d{1,4}(?:\\.\\d{1,9}){0,2})\\b");
    private static final Pattern REF = Pattern.compile("v?(\\d{1,9}(?:\\.\\d{1,9}){0,2})(?:[-+.].{0,64})?");

    private ActionVersion() {}

    /**
     * The first number of the version of the action that a step uses; empty when it is not known.
     *
     * @param definition what the step stands in
     */
    public static Optional<Integer> major(Step step, Definition definition) {
        List<Integer> numbers = numbers(step, definition);
        return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.get(0));
    }

    /**
     * The numbers of the version of the action that a step uses, as far as they are given: 4 alone is the newest of that name;
     * none where it is not known.
     *
     * @param definition what the step stands in
     */
    public static List<Integer> numbers(Step step, Definition definition) {
        Optional<GitRef> ref = ref(step);
        if (ref.isEmpty() || !(step.body() instanceof Step.UsesAction action)) {
            return List.of();
        }
        Matcher ofRef = REF.matcher(ref.get().name());
        if (ref.get().isVersion() && ofRef.matches()) {
            return numbers(ofRef.group(1));
        }
        Optional<YamlComment> comment =
                ref.get().isCommit() ? definition.commentOn(action.uses().span().line()) : Optional.empty();
        Matcher ofComment = COMMENT.matcher(comment.isPresent() ? comment.get().text() : "");
        return ofComment.find() ? numbers(ofComment.group(1)) : List.of();
    }

    /** The numbers of a text like {@code 4.2.0}. */
    public static List<Integer> numbers(String version) {
        List<Integer> numbers = new ArrayList<>();
        for (String number : version.split("\\.", -1)) {
            numbers.add(Integer.valueOf(number));
        }
        return List.copyOf(numbers);
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
}
