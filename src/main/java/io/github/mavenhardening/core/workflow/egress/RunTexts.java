package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text of a step is in the runs of its job, as far as the files tell what it reads. */
final class RunTexts {

    private static final Pattern READ = Pattern.compile(
            "\\$\\{\\{\\s{0,9}((?:matrix|inputs|env|github)(?:\\.[\\w-]{1,100}){1,5})\\s{0,9}}}",
            Pattern.CASE_INSENSITIVE);
    /** A value that an expression chooses: the last of a chain of alternatives, or of conditions. */
    private static final Pattern CHOICE = Pattern.compile(
            "(?:&&|\\|\\|)\\s{0,9}((?:matrix|inputs|env)(?:\\.[\\w-]{1,100}){1,5})(?=\\s{0,9}(?:\\)|}}|\\|\\|))",
            Pattern.CASE_INSENSITIVE);
    /** The most texts that are made of one. */
    private static final int MOST = 64;
    /** The longest text that is looked at, in characters: what names a file, a machine or images is shorter. */
    private static final int LENGTH = 2_000;
    /** The longest value that is put into a text, in characters. */
    private static final int VALUE = 200;
    /** How many different values a text may read. */
    private static final int READS = 8;

    private final ReachedStep reached;
    private final Optional<RepositorySlug> slug;

    private RunTexts(ReachedStep reached, Optional<RepositorySlug> slug) {
        this.reached = reached;
        this.slug = slug;
    }

    /** What the value can be: one text where it reads nothing that differs between jobs; what is not known stays as it is. */
    static List<String> of(YamlScalar value, ReachedStep reached, Optional<RepositorySlug> slug) {
        return of(reached.textOf(value), reached, slug);
    }

    /** The same of a text that stands in a step. */
    static List<String> of(String text, ReachedStep reached, Optional<RepositorySlug> slug) {
        // Silent: what longer texts, and more of them, would tell is not seen, as what is not known.
        return text.length() > LENGTH || !text.contains("${{")
                ? List.of(text)
                : new RunTexts(reached, slug).unfolded(text);
    }

    /** What is read in expressions whose own value is not known can be: one of them may be what such an expression chooses. */
    static List<String> chosen(String text, ReachedStep reached, Optional<RepositorySlug> slug) {
        List<String> texts = new ArrayList<>();
        if (text.length() <= LENGTH && text.contains("${{")) {
            Set<String> paths = new LinkedHashSet<>();
            Matcher choice = CHOICE.matcher(text);
            while (choice.find() && paths.size() < READS) {
                paths.add(choice.group(1));
            }
            for (String path : paths) {
                texts.addAll(of("${{ " + path + " }}", reached, slug));
            }
        }
        return texts;
    }

    /** A path below what a variable holds, as if that were the repository: scripts keep the folder of the project so. */
    static String rooted(String path) {
        int variable = path.lastIndexOf('$');
        int end = path.indexOf('/', Math.max(variable, 0));
        return variable < 0 ? path : end < 0 ? "." : path.substring(end + 1);
    }

    private List<String> unfolded(String text) {
        Set<String> texts = Set.of(text);
        Set<String> reads = new LinkedHashSet<>();
        Matcher read = READ.matcher(text);
        while (read.find() && reads.size() < READS) {
            List<String> values = reads.add(read.group()) ? values(read.group(1)) : List.of();
            Set<String> next = new LinkedHashSet<>();
            for (String each : texts) {
                for (String value : values) {
                    String put = value.length() > VALUE ? each : each.replace(read.group(), value);
                    if (next.size() < MOST && put.length() <= LENGTH) {
                        next.add(put);
                    }
                }
            }
            texts = next.isEmpty() ? texts : next;
        }
        return List.copyOf(texts);
    }

    private List<String> values(String path) {
        ContextPath read = new ContextPath(List.of(path.toLowerCase(Locale.ROOT).split("\\.", -1)));
        return read.context().equals("github")
                ? github(read.toString()).map(List::of).orElse(List.of())
                : reached.textsOf(read);
    }

    private Optional<String> github(String path) {
        return switch (path) {
            case "github.workspace" -> Optional.of(".");
            case "github.workflow" ->
                reached.frame().entry().definition() instanceof Workflow workflow
                        ? workflow.name().map(YamlScalar::value)
                        : Optional.empty();
            case "github.repository" -> slug.map(RepositorySlug::toString);
            case "github.repository_owner" -> slug.map(RepositorySlug::owner);
            case "github.event.repository.name" -> slug.map(RepositorySlug::name);
            default -> Optional.empty();
        };
    }
}
