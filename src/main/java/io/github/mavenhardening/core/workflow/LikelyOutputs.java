package io.github.mavenhardening.core.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

    /** {@code read-json}, {@code yaml-reader}, {@code issue-form-parser}. */
    private static final Set<String> READING =
            Set.of("read", "reader", "load", "loader", "parse", "parser", "import", "importer");

    /** {@code json-to-output}. */
    private static final Set<String> FORMATS =
            Set.of("json", "yaml", "yml", "toml", "xml", "properties", "dotenv", "env", "file");

    private static final Set<String> TAKEN_FROM_FORMATS = Set.of("to", "property", "value");

    /** {@code regex-match}, {@code find-and-replace}, {@code github-substring}. */
    private static final Set<String> CUTTING = Set.of(
            "regex", "regexp", "replace", "substring", "split", "capture", "interpolate", "render", "trim", "concat");

    /** {@code set-env}, whose inputs are variables. */
    private static final Set<String> SETTING = Set.of("set", "env");

    private LikelyOutputs() {}

    /** The answers that an action probably hands on, where it is given a prompt. */
    static List<ActionOutput> ofPrompt(Step step) {
        List<ActionOutput> found = new ArrayList<>();
        for (String prompt : PROMPTS) {
            if (step.input(prompt).isPresent()) {
                found.add(output("", Optional.of(prompt), false));
            }
        }
        return found;
    }

    /** The outputs that an action without a prompt probably has, of an owner whose actions are not listed. */
    static List<ActionOutput> of(Step step, Uses.Repository uses) {
        List<ActionOutput> found = new ArrayList<>();
        Set<String> words = words(uses);
        boolean reads = !Collections.disjoint(words, READING)
                || (!Collections.disjoint(words, FORMATS) && !Collections.disjoint(words, TAKEN_FROM_FORMATS));
        boolean cuts = !Collections.disjoint(words, CUTTING);
        // It reads the description of the issue by itself.
        if (reads && words.contains("issue")) {
            found.add(output("text", Optional.empty(), true));
        }
        NamedValues with = step.uses().orElseThrow().with();
        for (NamedValues.Binding input : words.containsAll(SETTING) ? with.all() : List.<NamedValues.Binding>of()) {
            String variable = input.name().lower();
            found.add(new ActionOutput(
                    variable, true, "", Optional.of(variable), Optional.empty(), Optional.empty(), true));
        }
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

    /** Whether the actions of its owner are listed as far as they hand on text. */
    static boolean isListed(Uses.Repository uses) {
        return LISTED.contains(uses.owner());
    }

    /** The words of its name and path. */
    private static Set<String> words(Uses.Repository uses) {
        String name = uses.path().isPresent() ? uses.name() + "/" + uses.path().get() : uses.name();
        return Set.copyOf(List.of(name.toLowerCase(Locale.ROOT).split("[-_/]", -1)));
    }

    private static ActionOutput output(String meaning, Optional<String> input, boolean isGuess) {
        return new ActionOutput(ActionOutput.ANY, false, meaning, input, Optional.empty(), Optional.empty(), isGuess);
    }
}
