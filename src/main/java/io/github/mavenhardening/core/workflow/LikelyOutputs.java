package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.workflow.KnownOutputs.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an action hands on that nobody has listed, as far as its name and its inputs tell: the answer to a prompt, a file that it
 * reads, a text that it takes a part of.
 */
final class LikelyOutputs {

    /** Inputs by which an action asks a language model: its answer says what the question wants. */
    private static final List<String> PROMPTS = List.of("prompt", "user-prompt", "user_prompt");

    private static final List<String> FILES =
            List.of("path", "file", "filename", "file-path", "file_path", "filepath", "json-file", "json_file");

    /** Owners whose actions are listed as far as they hand on text. */
    private static final Set<String> LISTED = Set.of("actions", "github", "docker");

    /** {@code read-json}, {@code yaml-reader}, {@code json-to-output}. */
    private static final Pattern READER = Pattern.compile("(?i)(?:.{0,80}[-_/])?"
            + "(?:(?:read|load|parse|import)[-_].{0,80}"
            + "|(?:json|ya?ml|toml|xml|properties|dotenv|env|file)[-_](?:to[-_].{1,80}|reader|loader|parser|property|value))"
            + "(?:[-_].{0,40})?");

    /** {@code regex-match}, {@code find-and-replace}, {@code substring}. */
    private static final Pattern CUTTER = Pattern.compile("(?i)(?:.{0,80}[-_/])?"
            + "(?:regexp?|replace|substring|split|capture|interpolate|render|trim|concat|string-case|text-case)"
            + "(?:[-_/].{0,80})?");

    /** {@code issue-form-parser}, {@code parse-issue}: they read the description of the issue by themselves. */
    private static final Pattern ISSUE_PARSER =
            Pattern.compile("(?i).{0,80}(?:issue.{0,40}pars|pars.{0,40}issue).{0,80}");

    private LikelyOutputs() {}

    /** The outputs that an action probably has. */
    static List<Output> of(Step step, Uses.Repository uses) {
        List<Output> found = new ArrayList<>();
        for (String prompt : PROMPTS) {
            if (step.input(prompt).isPresent()) {
                found.add(output("", Optional.of(prompt), false));
            }
        }
        if (!found.isEmpty() || LISTED.contains(uses.owner())) {
            return found;
        }
        String name = uses.path().isPresent() ? uses.name() + "/" + uses.path().get() : uses.name();
        if (ISSUE_PARSER.matcher(name).matches()) {
            found.add(output("text", Optional.empty(), true));
        }
        NamedValues with = step.uses().orElseThrow().with();
        boolean reads = READER.matcher(name).matches();
        boolean cuts = CUTTER.matcher(name).matches();
        for (NamedValues.Binding input : reads || cuts ? with.all() : List.<NamedValues.Binding>of()) {
            String lower = input.name().lower();
            if (reads && FILES.contains(lower)) {
                found.add(output("file", Optional.of(lower), true));
            } else if (cuts) {
                found.add(output("", Optional.of(lower), true));
            }
        }
        return found;
    }

    private static Output output(String meaning, Optional<String> input, boolean isGuess) {
        return new Output(KnownOutputs.ANY, false, meaning, input, Optional.empty(), Optional.empty(), isGuess);
    }
}
