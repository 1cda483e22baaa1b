package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.ProgramInterpreters;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the commands of a script ask for where the answer is an outsider's: the event, the forge, Git, and files of the checkout. */
final class ScriptQuestions {

    private static final Pattern ASKS = Pattern.compile(
            ".*(?:/pulls?[/?]|/issues/|/comments|pull_request\\.url|issue\\.url|comment\\.url|comments_url|commits_url|_links).*",
            Pattern.DOTALL);
    private static final Pattern READ_BY_CODE =
            Pattern.compile("(?:require|readFileSync|open|File\\.read)\\(\\s{0,5}['\"]([^'\"]{1,200})");

    /** The address of a file in the repository or at the commit of an outsider. */
    private static final Pattern FILE_OF_HEAD = Pattern.compile(
            "(?:raw\\.githubusercontent\\.com|/raw/|/contents/).{0,300}(?:pull_request\\.head\\.|github\\.head_ref|workflow_run\\.head_)",
            Pattern.DOTALL);

    /** The commands that ask something. */
    private static final Set<String> ASKING = Set.of("ls", "find", "curl", "wget", "gh", "git");

    /** Takes an element out of a list, in a filter of {@code jq}. */
    private static final Pattern ELEMENT = Pattern.compile("\\[\\d{0,9}\\]\\??(?=\\.)");

    private final JobState job;
    private final GitAnswers git;
    private final ReachedStep reached;
    private final YamlScalar script;

    ScriptQuestions(JobState job, ReachedStep reached, YamlScalar script) {
        this.job = job;
        this.git = new GitAnswers(job);
        this.reached = reached;
        this.script = script;
    }

    /** What {@code jq} takes out of the event that started the run. */
    Optional<Taint> event(List<ShellNode.Word> arguments, Location place) {
        if (!isEvent(String.join(" ", CommandWords.texts(arguments)))) {
            return Optional.empty();
        }
        for (ShellNode.Word word : arguments) {
            String filter = isEvent(word.text()) ? "" : word.text();
            // What is taken out of each of several is taken out of one.
            Matcher matcher =
                    TextFilter.JSON_PATH.matcher(ELEMENT.matcher(filter).replaceAll(""));
            while (matcher.find()) {
                List<String> segments = new ArrayList<>(List.of("github", "event"));
                segments.addAll(
                        List.of(matcher.group(1).toLowerCase(Locale.ROOT).split("\\.", -1)));
                Optional<Taint> read = job.event(segments, place, reached);
                if (read.isPresent()) {
                    return read;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a word names the file of the event that started the run. */
    static boolean isEvent(String text) {
        return text.contains("GITHUB_EVENT_PATH") || text.contains("github.event_path");
    }

    /** What a command asks the forge or Git for, where that is an outsider's. */
    Optional<Taint> asked(String name, List<ShellNode.Word> arguments, String folder, Location place) {
        if (!ASKING.contains(name) && !ProgramInterpreters.has(name)) {
            return Optional.empty();
        }
        List<String> words = CommandWords.texts(arguments);
        String all = String.join(" ", words);
        if (name.equals("git")) {
            return git.of(words, withVariables(all), folder, place);
        }
        if (name.equals("ls") || name.equals("find")) {
            Optional<Taint> listed = listed(arguments, folder, place)
                    .map(text -> text.as(Taint.Kind.NAMES).at(place, JobFiles.LISTS));
            // It prints the whole paths, unless its options say what to print.
            boolean areWhole = name.equals("find")
                    && !words.contains("-printf")
                    && words.stream().noneMatch(word -> word.startsWith("-exec"));
            String from = words.isEmpty() || words.get(0).startsWith("-") ? "." : words.get(0);
            return areWhole ? listed.map(text -> text.behind(from + "/")) : listed;
        }
        if (ProgramInterpreters.has(name)) {
            Matcher read = READ_BY_CODE.matcher(all);
            Optional<Taint> file =
                    read.find() ? job.file(WorkPath.within(folder, read.group(1)), place) : Optional.empty();
            boolean isGiven = words.stream().anyMatch(word -> ProgramInterpreters.takesProgram(name, word));
            for (int i = 0; i + 1 < words.size(); i++) {
                if (ProgramInterpreters.takesProgram(name, words.get(i))) {
                    follow(arguments.get(i + 1), name);
                }
            }
            return file.isPresent() || !isGiven
                    ? file
                    : new ProgramFlow(job, reached, script, name).printed(all, place);
        }
        if ((name.equals("curl") || name.equals("wget"))
                && job.asksForge()
                && FILE_OF_HEAD.matcher(withVariables(all)).find()) {
            return Optional.of(Taint.source(Taint.Kind.TEXT, place, "reads a file of an outsider"));
        }
        if ((name.equals("curl") || name.equals("wget"))
                && job.asksForge()
                && ASKS.matcher(withVariables(all)).matches()
                && !CommandWords.anyMatches(words, "-X|--request|-d|--data.*|-F")) {
            Taint answer = Taint.source(Taint.Kind.TEXT, place, Taint.ANSWER);
            for (int i = 0; i + 1 < words.size(); i++) {
                if (words.get(i).matches("-[a-zA-Z]{0,5}[oO]|--output(-document)?")) {
                    job.setFile(WorkPath.within(folder, words.get(i + 1)), answer);
                    return Optional.empty();
                }
            }
            return Optional.of(answer);
        }
        return name.equals("gh") && job.asksForge() ? ClientAnswers.of(words, job.events(), place) : Optional.empty();
    }

    /** Follows a program that is a word of a command, over its lines. */
    private void follow(ShellNode.Word program, String interpreter) {
        int to = Math.min(program.to(), script.value().length());
        int from = Math.min(program.from(), to);
        String text = script.value().substring(from, to);
        boolean isQuoted = text.length() > 1
                && "'\"".indexOf(text.charAt(0)) >= 0
                && text.charAt(0) == text.charAt(text.length() - 1);
        int quotes = isQuoted ? 1 : 0;
        new ProgramFlow(job, reached, script, interpreter)
                .follow(text.substring(quotes, text.length() - quotes), from + quotes);
    }

    /** A command with the values of the step's variables that it names behind it. */
    private String withVariables(String command) {
        StringBuilder text = new StringBuilder(command);
        for (NamedValues.Binding variable : reached.step().env().all()) {
            String name = variable.name().value();
            if (CommandWords.reads(command, name)) {
                text.append(' ').append(variable.text().orElse(""));
            }
        }
        return text.toString();
    }

    /** The names of files in a folder that is an outsider's. */
    private Optional<Taint> listed(List<ShellNode.Word> arguments, String folder, Location place) {
        for (ShellNode.Word word : arguments) {
            if (!CommandWords.isOption(word)) {
                return job.file(WorkPath.within(folder, word.text()), place);
            }
        }
        return job.file(folder, place);
    }
}
