package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.RunAssumption;
import io.github.mavenhardening.core.workflow.expression.Value;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list of actions, each with the terms on which its inputs make it do something. */
public final class ActionTerms {

    /** Actions that read a cache which other runs wrote. */
    public static final ActionTerms CACHING = new ActionTerms("caching-actions.txt");

    /** Actions that publish what the job built. */
    public static final ActionTerms PUBLISHING = new ActionTerms("publishing-actions.txt");

    /** Actions that put packages, images or releases out, of whatever language; wider and stricter than {@link #PUBLISHING}. */
    public static final ActionTerms RELEASING = new ActionTerms("releasing-actions.txt");

    /** Actions that make a provenance, or push images with one. */
    public static final ActionTerms PROVENANCE = new ActionTerms("provenance-actions.txt");

    /** Actions that make a bill of materials. */
    public static final ActionTerms SBOM = new ActionTerms("sbom-actions.txt");

    /** Actions and reusable workflows that look for known vulnerabilities of dependencies. */
    public static final ActionTerms VULNERABILITY_SCAN = new ActionTerms("vulnerability-scan-actions.txt");

    /** Actions that run the code of the checkout. */
    public static final ActionTerms CODE_RUNNING = new ActionTerms("code-running-actions.txt");

    /** In place of an expression: no character that stands in a value. */
    private static final char UNKNOWN = '\uFFFC';

    private final String resource;
    /** Read when first asked for: most repositories ask for some of the lists alone. */
    private volatile Optional<ActionTable<Entry>> entries = Optional.empty();

    private record Entry(String action, List<Term> terms) {}

    /** What is asked of an input, or, by {@code before}, of the version. */
    private record Term(String kind, String subject, String value) {

        /** Of {@code kind:subject} or {@code kind:subject=value}. */
        static Term of(String text) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw new IllegalStateException("no such term: " + text);
            }
            int equals = text.indexOf('=', colon);
            return new Term(
                    text.substring(0, colon),
                    text.substring(colon + 1, equals < 0 ? text.length() : equals),
                    equals < 0 ? "" : text.substring(equals + 1));
        }
    }

    private ActionTerms(String resource) {
        this.resource = resource;
    }

    private List<Entry> entries(Uses.Repository repository) {
        if (entries.isEmpty()) {
            List<Entry> read = new ArrayList<>();
            for (String line : ResourceLines.of(ActionTerms.class, resource)) {
                String[] words = line.split(" ", -1);
                List<Term> terms = new ArrayList<>();
                for (int i = 1; i < words.length; i++) {
                    terms.add(Term.of(words[i]));
                }
                read.add(new Entry(words[0], terms));
            }
            entries = Optional.of(new ActionTable<>(read, Entry::action));
        }
        return entries.get().of(repository);
    }

    /** Whether a step uses one of the actions, on terms that hold or may hold, nothing being known of version and run. */
    public boolean mayHold(Step step) {
        return mayHold(step, Optional.empty());
    }

    /** The same for a major version of the action; empty when it is not known. */
    public boolean mayHold(Step step, Optional<Integer> version) {
        return hold(step, version, Optional.empty());
    }

    /** What a step puts out by the first of the terms that hold or may hold: the value of {@code puts}; empty where none does. */
    public Optional<String> putBy(Step step) {
        Optional<Uses.Repository> repository = step.repository();
        if (repository.isEmpty()) {
            return Optional.empty();
        }
        NamedValues with = step.uses().orElseThrow().with();
        for (Entry entry : entries(repository.get())) {
            if (allHold(entry.terms(), with, Optional.empty(), Optional.empty())) {
                for (Term term : entry.terms()) {
                    if (term.kind().equals("puts")) {
                        return Optional.of(term.subject());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether it lists that action or reusable workflow on any terms. */
    public boolean names(Uses.Repository repository) {
        return !entries(repository).isEmpty();
    }

    /**
     * Whether a step uses one of the actions, on terms that hold or may hold.
     *
     * @param version the major version of the action; empty when it is not known
     * @param run the run in which it counts; empty when it is not known, and what an expression yields with it
     */
    public boolean hold(Step step, Optional<Integer> version, Optional<RunAssumption> run) {
        Optional<Uses.Repository> repository = step.repository();
        if (repository.isEmpty()) {
            return false;
        }
        NamedValues with = step.uses().orElseThrow().with();
        for (Entry entry : entries(repository.get())) {
            if (allHold(entry.terms(), with, version, run)) {
                return true;
            }
        }
        return false;
    }

    /**
     * An input that decides, and the value that ends what the action does.
     *
     * @param input its name
     * @param value the text to give it
     */
    public record Setting(String input, String value) {}

    /** The one setting after which the terms no longer hold; empty where it takes more, or an expression decides. */
    public Optional<Setting> withdrawal(Step step, Optional<Integer> version) {
        Optional<Uses.Repository> repository = step.repository();
        if (repository.isEmpty()) {
            return Optional.empty();
        }
        NamedValues with = step.uses().orElseThrow().with();
        List<Entry> holding = entries(repository.get()).stream()
                .filter(entry -> allHold(entry.terms(), with, version, Optional.empty()))
                .toList();
        return holding.size() == 1
                ? holding.get(0).terms().stream()
                        .flatMap(term -> opposite(term).stream())
                        .filter(setting ->
                                !with.text(setting.input()).orElse("").contains("${{"))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Setting> opposite(Term term) {
        if (term.kind().equals("not")) {
            return Optional.of(new Setting(term.subject(), term.value()));
        }
        return term.kind().equals("is") && term.value().equals("true")
                ? Optional.of(new Setting(term.subject(), "false"))
                : Optional.empty();
    }

    private static boolean allHold(
            List<Term> terms, NamedValues with, Optional<Integer> version, Optional<RunAssumption> run) {
        for (Term term : terms) {
            if (!holds(term, with, version, run)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Term term, NamedValues with, Optional<Integer> version, Optional<RunAssumption> run) {
        if (term.kind().equals("before")) {
            return version.isEmpty() || version.get() < Integer.parseInt(term.subject());
        }
        if (term.kind().equals("puts")) {
            return true;
        }
        if (term.kind().equals("without")) {
            // What an expression comes to is not asked: a secret that is given is there.
            return with.text(term.subject()).orElse("").isEmpty();
        }
        Optional<YamlScalar> input = with.scalar(term.subject());
        if (term.kind().equals("pushes")) {
            return input.isPresent() && BuildOutput.mayPush(input.get().value());
        }
        Optional<String> text = input.isPresent() ? textOf(input.get(), run) : Optional.empty();
        if (input.isPresent() && text.isEmpty()) {
            return mayHold(term, literal(input.get()));
        }
        return switch (term.kind()) {
            case "is" -> text.isPresent() && text.get().equalsIgnoreCase(term.value());
            case "not" -> text.isEmpty() || !text.get().equalsIgnoreCase(term.value());
            case "has", "says" -> text.isPresent() && text.get().contains(term.value());
            case "lacks" -> text.isEmpty() || !text.get().contains(term.value());
            case "first" -> text.isPresent() && isOneOf(firstOperand(text.get()), term.value());
            case "noword" -> text.isEmpty() || !hasWord(text.get(), term.value());
            case "text" -> text.isPresent() && !text.get().isEmpty();
            default -> throw new IllegalStateException("no such term: " + term.kind());
        };
    }

    /** Whether a term may hold of a text of which {@link #UNKNOWN} stands for what is not known. */
    private static boolean mayHold(Term term, String text) {
        return switch (term.kind()) {
            case "says" -> text.contains(term.value());
            case "lacks" -> !text.contains(term.value());
            case "noword" -> !hasWord(text, term.value());
            case "first" -> firstOperand(text).indexOf(UNKNOWN) >= 0 || isOneOf(firstOperand(text), term.value());
            default -> true;
        };
    }

    /** A value with its expressions as {@link #UNKNOWN}. */
    private static String literal(YamlScalar scalar) {
        String value = scalar.value().strip();
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int open = value.indexOf(Fence.OPEN); open >= 0; open = value.indexOf(Fence.OPEN, from)) {
            int end = Fence.end(value, open);
            text.append(value, from, open).append(UNKNOWN);
            if (end < 0) {
                return text.toString();
            }
            from = end;
        }
        text.append(value, from, value.length());
        return text.toString();
    }

    /** The first word but for options: the command that a tool is given. */
    private static String firstOperand(String text) {
        for (String word : words(text)) {
            if (!word.isEmpty() && !word.startsWith("-")) {
                return word;
            }
        }
        return "";
    }

    private static boolean hasWord(String text, String names) {
        for (String word : words(text)) {
            if (isOneOf(word, names)) {
                return true;
            }
        }
        return false;
    }

    private static String[] words(String text) {
        return text.split("\\s", -1);
    }

    /** Whether a word stands in a list with commas. */
    private static boolean isOneOf(String word, String names) {
        return !word.isEmpty() && ("," + names + ",").contains("," + word + ",");
    }

    /** The text of a value; empty when it has expressions that are not known. */
    private static Optional<String> textOf(YamlScalar scalar, Optional<RunAssumption> run) {
        List<Fence> fences = Fence.of(scalar);
        if (fences.isEmpty()) {
            return Optional.of(scalar.value().strip());
        }
        Optional<Expression> expression = fences.get(0).expression();
        Optional<Value> value =
                run.isPresent() && expression.isPresent() && fences.get(0).isWhole()
                        ? run.get().valueOf(expression.get())
                        : Optional.empty();
        return value.isPresent() ? Optional.of(value.get().text()) : Optional.empty();
    }
}
