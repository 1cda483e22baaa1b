package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.code.NamedTexts;
import io.github.mavenhardening.core.workflow.code.ProgramCleaning;
import io.github.mavenhardening.core.workflow.code.ProgramFiles;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What expressions of a program bring of outsiders' text: what they read of the event, the environment, files and answers, and by names. */
final class ProgramExpressions {

    private static final Pattern VARIABLE = Pattern.compile("\\$(?:env:)?([A-Za-z_]\\w{0,100})");

    /** A question to GitHub's client: PowerShell asks it by itself, other programs by a command. */
    private static final SoughtPattern CLIENT =
            SoughtPattern.of("(?<![\\w.-])gh\\s{1,5}((?:pr|issue|api)\\s[^|;)`]{1,1000})", "gh ");

    /** The beginning of a text that runs nothing, as PowerShell's does behind a dollar sign. */
    private static final Pattern TEXT = Pattern.compile("[\\s(]{0,99}[fr]{0,2}['\"`](?!\\$\\()");

    private static final Pattern WORD = Pattern.compile("'[^']{0,500}'|\"[^\"]{0,500}\"|\\S{1,500}");

    private final JobState job;
    private final ReachedStep reached;
    private final NamedTexts<Taint> names;
    private final ProgramSources sources;
    private final EventParts parts = new EventParts();
    private final ProgramFiles files = new ProgramFiles();
    private final ForgeAnswers answers = new ForgeAnswers();
    private final String folder;
    private Optional<ProgramArguments> arguments = Optional.empty();

    /** @param hasSubshells whether what stands in backticks is run */
    ProgramExpressions(JobState job, ReachedStep reached, NamedTexts<Taint> names, boolean hasSubshells) {
        this.job = job;
        this.reached = reached;
        this.names = names;
        this.sources = new ProgramSources(job, reached, hasSubshells);
        this.folder = WorkTrees.folder(reached);
    }

    /** Takes in the program's arguments. */
    void give(ProgramArguments given) {
        arguments = Optional.of(given);
    }

    /** Takes in the inputs of the action whose program it is, by their names in lower case. */
    void give(Map<String, Taint> inputs) {
        sources.give(inputs);
    }

    /** Takes in that names stand for each of what an expression lists. */
    void each(String name, String expression, Location place) {
        answers.each(name, expression);
        of(expression, place).ifPresent(text -> names.set(name, text.at(place, "takes each of it")));
    }

    /** Notes what a line tests, behind which the program is taken to run where that holds. */
    void test(String line) {
        sources.test(line);
        // What is tested names what it named before.
        if (!names.isEmpty() && !job.events().areForHeads()) {
            TestedNames.in(line, names).forEach(names::remove);
        }
    }

    /** Notes what a line asks the forge for. */
    void note(String line) {
        sources.note(line);
        if (job.asksForge()) {
            answers.note(line);
        }
    }

    /** Takes in what a function brings. */
    void returned(String function, String expression) {
        answers.returned(function, expression);
    }

    /** Takes in the names that a line gives to parts of the event; answers whether it does. */
    boolean names(String line, Location place) {
        Map<String, List<String>> given = parts.given(line);
        for (Map.Entry<String, List<String>> part : given.entrySet()) {
            List<String> path = new ArrayList<>(List.of("github", "event"));
            path.addAll(part.getValue());
            Optional<Taint> read = job.event(path, place, reached);
            names.replace(part.getKey());
            read.ifPresent(text -> names.set(part.getKey(), text));
        }
        return !given.isEmpty();
    }

    /** The file that a line writes, as seen from the workspace; empty where it writes none, or one that the runner reads. */
    Optional<String> written(String line) {
        return files.written(line).map(this::path).filter(file -> !file.startsWith("$GITHUB_"));
    }

    /** A path as seen from the workspace; it may begin with a variable of the environment. */
    private String path(String file) {
        Matcher variable = VARIABLE.matcher(file);
        Optional<String> named =
                variable.lookingAt() ? reached.environment().literal(variable.group(1)) : Optional.empty();
        return WorkPath.within(folder, named.isPresent() ? named.get() + file.substring(variable.end()) : file);
    }

    /** What an expression brings that is handed on as a whole. */
    Optional<Taint> whole(String text, Location place) {
        boolean isPull = job.events().areForHeads() && text.contains("pulls.get(");
        return isPull || answers.areWhole(text)
                ? Optional.of(Taint.source(Taint.Kind.TEXT, place, Taint.ANSWER))
                : of(text, place);
    }

    /** What GitHub's client answers that an expression starts: a text alone starts nothing. */
    private Optional<Taint> ofClient(String text, Location place) {
        Matcher client = CLIENT.in(text);
        if (TEXT.matcher(text).lookingAt() || !client.find()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(client.group(1));
        while (word.find()) {
            words.add(word.group().replaceAll("^['\"]|['\"]$", ""));
        }
        return ClientAnswers.of(words, job.events(), place);
    }

    /** The first that an expression brings. */
    Optional<Taint> of(String written, Location place) {
        String text = ProgramCleaning.left(parts.expanded(written));
        if (ProgramCleaning.cleans(text)) {
            return Optional.empty();
        }
        if (job.events().areForHeads() && HeadNames.isPull(written)) {
            return Optional.of(Taint.source(Taint.Kind.WORD, place, HeadNames.NAMED));
        }
        if (job.events().areForHeads() && HeadNames.isOfBase(written)) {
            return Optional.empty();
        }
        Optional<Taint> source = sources.of(text, place);
        if (source.isPresent()) {
            return source;
        }
        if (job.events().areForHeads() && answers.nameCommit(text)) {
            return Optional.of(Taint.source(Taint.Kind.WORD, place, Taint.ANSWER));
        }
        Optional<Taint.Kind> answered = answers.in(text);
        if (answered.isPresent()) {
            return Optional.of(Taint.source(answered.get(), place, Taint.ANSWER));
        }
        Optional<Taint> asked = job.asksForge() ? ofClient(text, place) : Optional.empty();
        if (asked.isPresent()) {
            return asked;
        }
        Optional<String> file = files.read(text);
        Optional<Taint> found = file.isPresent() ? job.file(path(file.get()), place) : Optional.empty();
        found = found.isPresent() ? found : job.expressions(text, place, reached);
        return found.isPresent() ? found : names.in(text, arguments);
    }
}
