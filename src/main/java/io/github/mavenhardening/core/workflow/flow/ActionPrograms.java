package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** The programs of JavaScript that actions of the repository run, each followed with what the step gives it. */
final class ActionPrograms {

    /** What is longer was put together by a tool, with the libraries that it uses. */
    private static final int LENGTH_LIMIT = 100_000;

    /** What has longer lines was, too. */
    private static final int LINE_LIMIT = 2_000;

    private static final SoughtPattern LOADS = SoughtPattern.of(
            "(?:require\\(|import\\(|\\bfrom|\\bimport)\\s{0,5}['\"`](\\.{1,2}/[\\w./-]{1,200})['\"`]",
            "require(",
            "import");

    private final JobState job;
    private final OtherJobs others;

    ActionPrograms(JobState job, OtherJobs others) {
        this.job = job;
        this.others = others;
    }

    /** Follows the programs of a step's action that it has in the repository: what runs before and after the steps, too. */
    void look(ReachedStep reached) {
        if (!(reached.step().body() instanceof Step.UsesAction used)
                || !(reached.definitions().own(used.uses().uses()).orElse(null) instanceof Action action)
                || !(action.runs() instanceof Action.JavaScript programs)) {
            return;
        }
        for (YamlScalar script : programs.scripts()) {
            Optional<SourceFile> file = file(action, script.value());
            if (file.isEmpty() || isMade(file.get().text())) {
                // What is made of a source, by a step before or once for all, does what that does.
                Optional<SourceFile> source = source(action, script.value());
                if (source.isPresent()) {
                    follow(source.get(), used, action, reached);
                }
            }
            if (file.isPresent()) {
                follow(file.get(), used, action, reached);
            }
        }
    }

    /** The source in TypeScript of what an action runs, where people put it. */
    private Optional<SourceFile> source(Action action, String script) {
        String name = script.substring(script.lastIndexOf('/') + 1).replaceFirst("\\.[cm]?js$", "");
        for (String path : new String[] {"src/" + name, "src/index", "src/main", name}) {
            Optional<SourceFile> file = file(action, path + ".ts");
            if (file.isPresent()) {
                return file;
            }
        }
        return Optional.empty();
    }

    /** Whether a tool put it together, with the libraries that it uses. */
    private static boolean isMade(String text) {
        // Silent: what is not followed of a program is reported with the workflow.
        return text.length() > LENGTH_LIMIT || hasLongLine(text);
    }

    private void follow(SourceFile file, Step.UsesAction used, Action action, ReachedStep reached) {
        String text = whole(file);
        Map<String, Taint> inputs = inputs(action, reached, job);
        if (isMade(text) || !others.mayFollow(text.length())) {
            if (!inputs.isEmpty()) {
                // Silent: what is cut is reported with the workflow.
                job.cut();
            }
            return;
        }
        UsesReference uses = used.uses();
        ReachedStep step = job.scripts().standIn(reached, used, file.path());
        ProgramFlow flow = new ProgramFlow(job, step, uses.scalar().leadingTo(text, uses.span()), "");
        flow.give(inputs);
        flow.follow();
    }

    /** A program with the modules that stand beside it and that it loads, as far as people wrote them, and no more than of one program. */
    private String whole(SourceFile file) {
        StringBuilder all = new StringBuilder(file.text());
        Deque<SourceFile> left = new ArrayDeque<>(isMade(file.text()) ? List.of() : List.of(file));
        Set<String> seen = new HashSet<>(Set.of(file.path()));
        while (!left.isEmpty()) {
            SourceFile from = left.poll();
            String folder = from.path().substring(0, from.path().lastIndexOf('/') + 1);
            Matcher loads = LOADS.in(from.text());
            while (loads.find()) {
                Optional<SourceFile> module = module(folder + loads.group(1));
                if (module.isEmpty()
                        || !seen.add(module.get().path())
                        || isMade(module.get().text())) {
                    continue;
                }
                if (all.length() + module.get().text().length() >= LENGTH_LIMIT) {
                    // Silent: what is cut is reported with the workflow.
                    job.cut();
                    return all.toString();
                }
                all.append('\n').append(module.get().text());
                left.add(module.get());
            }
        }
        return all.toString();
    }

    private Optional<SourceFile> module(String name) {
        for (String path :
                new String[] {name, name + ".js", name + ".mjs", name + ".cjs", name + ".ts", name + "/index.js"}) {
            Optional<SourceFile> file = file(path);
            if (file.isPresent()) {
                return file;
            }
        }
        return Optional.empty();
    }

    private Optional<SourceFile> file(Action action, String script) {
        return file(action.path().substring(0, action.path().lastIndexOf('/') + 1) + script);
    }

    private Optional<SourceFile> file(String name) {
        Optional<String> path = LocalPath.plain(name);
        Repository repository = others.repository();
        try {
            return path.isPresent() && repository.isFile(path.get())
                    ? Optional.of(repository.read(path.get()))
                    : Optional.empty();
        } catch (UnreadableFileException e) {
            // Silent: what is cut is reported with the workflow.
            job.cut();
            return Optional.empty();
        }
    }

    private static boolean hasLongLine(String text) {
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            // Silent: who asks cuts the job.
            if (end - from > LINE_LIMIT) {
                return true;
            }
            from = end + 1;
        }
        return text.length() - from > LINE_LIMIT;
    }

    /** The inputs of a step's action that hold an outsider's text, by their names in lower case. */
    static Map<String, Taint> inputs(Action action, ReachedStep reached, JobState job) {
        Map<String, Taint> inputs = new HashMap<>();
        NamedValues with = reached.step().uses().orElseThrow().with();
        for (NamedValues.Binding declared : action.inputs().all()) {
            String name = declared.name().value();
            Optional<YamlScalar> given = with.scalar(name);
            Optional<YamlScalar> value =
                    given.or(() -> declared.mapping().flatMap(mapping -> mapping.scalar("default")));
            CallPath frame = given.isPresent() ? reached.frame() : new CallPath(action, Optional.empty());
            value.flatMap(text -> job.value(text, frame, Optional.of(reached.step())))
                    .ifPresent(taint -> inputs.put(
                            name.toLowerCase(Locale.ROOT), taint.at(reached.place(), "gives it to the action")));
        }
        return inputs;
    }
}
