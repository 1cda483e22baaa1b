package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.ComposeServices;
import io.github.mavenhardening.core.workflow.step.ImageBuild;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The search for what the steps of one job connect to. */
final class JobSearch {

    /** What restricts the job itself: the hosts that its inputs name are not asked. */
    static final String GUARD = "step-security/harden-runner";

    /** Conditions under which a step runs on no machine that the guard can block connections on. */
    private static final Pattern OTHER_SYSTEM = Pattern.compile(
            "\\s*+(?:\\$\\{\\{)?\\s*+runner\\.os\\s*+==\\s*+'(?:macOS|Windows)'[^|]*+", Pattern.CASE_INSENSITIVE);

    /** Commands whose words are shown, written or stored, and not asked. */
    private static final Set<String> SAYING = Set.of("echo", "printf", "gh", "export", "sed", "grep", "jq", "awk", ":");

    private static final List<String> GIT_SAYING = List.of("commit", "tag", "config");
    private static final Set<String> MAVENS = Set.of("mvn", "mvnd", "mvnw");
    private static final Set<String> IMAGES = Set.of("docker", "podman", "buildah", "skopeo", "crane", "helm");
    /** What commands and what they are to do are called. */
    private static final Pattern WORD = Pattern.compile("[\\w./:-]{1,60}");

    /** Inputs that name the folder that an action works in. */
    private static final List<String> FOLDERS = List.of("working-directory", "working-dir", "project-dir");

    /** What texts of programs begin with. */
    private static final String QUOTES = "\"'`";

    private final Definitions definitions;
    private final Repository repository;
    private final AskedEndpoints found;
    private final SortedSet<String> actions = new TreeSet<>();
    /** The repository's own actions that were looked into by the repository's name. */
    private final Set<String> followed = new HashSet<>();
    /** The Dockerfiles that were read. */
    private final Set<String> builds = new HashSet<>();

    private JobSearch(Definitions definitions, Repository repository, Registries known) {
        this.definitions = definitions;
        this.repository = repository;
        this.found = new AskedEndpoints(repository, known);
    }

    /** A finished search of what a job asks for. */
    static JobSearch of(
            NormalJob job, Workflow workflow, Definitions definitions, Repository repository, Registries known) {
        JobSearch search = new JobSearch(definitions, repository, known);
        search.values(workflow.env());
        search.values(job.env());
        for (ReachedStep step : JobSteps.of(job, workflow, definitions)) {
            search.step(step);
        }
        return search;
    }

    /** What is found to be asked. */
    AskedEndpoints found() {
        return found;
    }

    /** The actions of which it is not known what they connect to. */
    SortedSet<String> actions() {
        return actions;
    }

    private void step(ReachedStep reached) {
        Step step = reached.step();
        if (step.condition().isPresent()
                && OTHER_SYSTEM.matcher(step.condition().get().scalar().value()).matches()) {
            return;
        }
        found.folder = ProjectScripts.folder(reached);
        if (step.body() instanceof Step.UsesAction action) {
            uses(step, action, reached);
        } else if (step.body() instanceof Step.RunScript run) {
            run(run, reached);
        }
        found.folder = "";
        values(step.env());
    }

    private void uses(Step step, Step.UsesAction action, ReachedStep reached) {
        for (String name : FOLDERS) {
            Optional<YamlScalar> given = action.with().scalar(name);
            if (given.isPresent()) {
                enter(reached.textOf(given.get()), "");
            }
        }
        if (action.uses().uses() instanceof Uses.Repository uses && !step.usesAction(GUARD)) {
            action(uses, action, reached, inputs(action.with(), reached));
        } else if (action.uses().uses() instanceof Uses.Docker docker
                && reached.frame().definition() instanceof Action) {
            // Those of the job's own steps are pulled before the first of them runs, and so before anything is blocked.
            found.image(docker.image().name());
        } else if (definitions.target(action.uses().uses()).orElse(null) instanceof Action own) {
            container(own);
        }
        Optional<String> file = ImageBuild.file(reached);
        if (file.isPresent()) {
            RunTexts.of(file.get(), reached, repository.slug()).forEach(this::built);
        }
    }

    /** The image of an action of the repository, which is pulled or built only when the step is reached. */
    private void container(Action own) {
        if (own.runs() instanceof Action.Docker docker) {
            own.images().forEach(image -> found.image(image.text()));
            String home = own.path().substring(0, own.path().lastIndexOf('/') + 1);
            docker.dockerfile().ifPresent(file -> built(home + file.value()));
        }
    }

    private void run(Step.RunScript run, ReachedStep reached) {
        List<ShellCommand> commands = ProjectScripts.commands(reached, definitions, repository);
        if (commands.isEmpty()) {
            found.text(run.script().value());
        } else if (run.script().value().contains("://")) {
            ShellScript.of(run.script().value(), Shell.POSIX).assigned().forEach(found::text);
        }
        String start = found.folder;
        Set<ShellCommand> own = new HashSet<>(reached.commands());
        for (ShellCommand command : commands) {
            command(command);
            ImageBuild.file(command, found.folder).map(RunTexts::rooted).ifPresent(this::built);
            // Silent: a file of Compose that cannot be read is a gap where its images are looked at.
            ComposeServices.of(command, reached, repository, new HashSet<>()).ifPresent(this::services);
            if (own.contains(command)) {
                ProjectScripts.script(command.words(), found.folder, reached, repository)
                        .filter(script -> !ProjectScripts.isShell(script))
                        .ifPresent(program -> program(program, command));
            }
            if (command.name().equals("cd") && own.contains(command)) {
                enter(command.operand(0), start);
            }
        }
    }

    /** What a program of the project, other than a script of a shell, asks for: addresses that its texts begin with, and images that it builds. */
    private void program(SourceFile program, ShellCommand command) {
        ScriptedBuilds.of(repository).of(command, program).forEach(this::built);
        if (found.isNew(program.path())) {
            Matcher address = Endpoint.ADDRESS.matcher(program.text());
            while (address.find()) {
                if (address.start() > 0 && QUOTES.indexOf(program.text().charAt(address.start() - 1)) >= 0) {
                    Endpoint.of(address).ifPresent(found::add);
                }
            }
        }
    }

    private void services(ComposeServices services) {
        services.images().forEach(image -> found.image(image.value()));
        services.builds().forEach(this::built);
    }

    /** Goes to a folder; to another where that is not known, is too deep for any, or leads out of the repository. */
    private void enter(String path, String otherwise) {
        // Silent: what files there would tell is asked for as unknown.
        boolean isRelative = !path.isEmpty()
                && !path.startsWith("/")
                && !path.contains("$")
                && found.folder.length() <= PackageSources.PATH_LIMIT;
        found.folder =
                isRelative ? LocalPath.plain(found.folder + "/" + path.strip()).orElse(otherwise) : otherwise;
    }

    /** What the build of an image asks for. */
    private void built(String path) {
        Optional<ImageBuild> build = builds.add(path) ? ImageBuild.at(path, repository) : Optional.empty();
        if (build.isPresent()) {
            build.get().images().forEach(found::image);
            found.isInImage = true;
            build.get().commands().forEach(this::command);
            found.isInImage = false;
            for (String added : build.get().added()) {
                found.text(added);
            }
        }
    }

    private void action(Uses.Repository uses, Step.UsesAction action, ReachedStep reached, boolean namesRegistry) {
        Optional<Action> own = own(uses);
        if (own.isPresent()) {
            follow(own.get(), action, reached);
            container(own.get());
            return;
        }
        List<String> open = new ArrayList<>();
        Optional<List<String>> targets =
                KnownEndpoints.of(uses, name -> input(name, action, reached, open), PackageSources.of(repository)::has);
        boolean isOpen = targets.isEmpty() || (targets.get().isEmpty() && !open.isEmpty());
        if (isOpen) {
            actions.add(uses.target());
        }
        found.because(new Reason(isOpen ? Reason.Kind.UNKNOWN_ACTION : Reason.Kind.ACTION, uses.target()));
        found.targets(targets.orElse(List.of()), namesRegistry);
    }

    /** What the text of an input can be; it is noted where that is an expression whose value is not known. */
    private List<String> input(String name, Step.UsesAction action, ReachedStep reached, List<String> open) {
        Optional<YamlScalar> given = action.with().scalar(name);
        List<String> texts = given.isPresent() ? RunTexts.of(given.get(), reached, repository.slug()) : List.of("");
        if (!texts.get(0).contains("${{")) {
            return texts;
        }
        open.add(name);
        List<String> all = new ArrayList<>(texts);
        all.addAll(RunTexts.chosen(texts.get(0), reached, repository.slug()));
        return all;
    }

    /** The action of this very repository, which may be called as others call it. */
    private Optional<Action> own(Uses.Repository uses) {
        boolean isOwn = repository.slug().isPresent() && repository.slug().get().same(uses.owner(), uses.name());
        Optional<Definition> found = isOwn ? definitions.within(uses.path().orElse("")) : Optional.empty();
        return found.orElse(null) instanceof Action action ? Optional.of(action) : Optional.empty();
    }

    private void follow(Action own, Step.UsesAction action, ReachedStep reached) {
        if (!followed.add(own.path())) {
            return;
        }
        CallPath.Call call = new CallPath.Call(
                reached.frame(), Optional.of(reached.job()), reached.step().condition(), action.uses(), action.with());
        for (Step inner : own.liveSteps()) {
            step(new ReachedStep(inner, new CallPath(own, Optional.of(call)), reached.job(), definitions));
        }
    }

    /** Adds what inputs name; answers whether that is a registry of images. */
    private boolean inputs(NamedValues with, ReachedStep reached) {
        boolean image = false;
        for (NamedValues.Binding input : with.all()) {
            if (input.scalar().isPresent()) {
                String name = input.name().value();
                for (String value : RunTexts.of(input.scalar().get(), reached, repository.slug())) {
                    found.text(value);
                    List<Endpoint> named = NamedHosts.ofInput(name, value);
                    named.forEach(found::add);
                    image |= !named.isEmpty();
                }
            }
        }
        return image;
    }

    /** What variables say counts, for a program that reads them asks it. */
    private void values(NamedValues values) {
        for (NamedValues.Binding value : values.all()) {
            if (value.text().isPresent()) {
                found.text(value.text().get());
                found.named(value.name().value(), value.text().get());
            }
        }
    }

    private void command(ShellCommand command) {
        String operand = command.operand(0);
        if (WORD.matcher(command.name()).matches()) {
            boolean isWord = WORD.matcher(operand).matches();
            found.because(new Reason(Reason.Kind.COMMAND, command.name() + (isWord ? " " + operand : "")));
        }
        boolean image = false;
        if (IMAGES.contains(command.name())) {
            for (String word : command.arguments()) {
                Optional<Endpoint> registry = Endpoint.ofImage(word);
                registry = registry.isPresent() || !command.has("login") ? registry : Endpoint.ofHost(word);
                image |= registry.isPresent();
                registry.ifPresent(found::add);
            }
        }
        found.targets(KnownEndpoints.of(command), image);
        StartedCommands started = StartedCommands.of(command);
        boolean wasInImage = found.isInImage;
        found.isInImage |= started.isInContainer();
        started.commands().forEach(each -> found.targets(KnownEndpoints.of(each), false));
        found.isInImage = wasInImage;
        if (MAVENS.contains(command.name())) {
            found.targets(KnownEndpoints.of("maven", String.join(" ", command.arguments())), false);
        }
        boolean says = SAYING.contains(command.name())
                || (command.name().equals("git") && GIT_SAYING.contains(command.operand(0)));
        if (!says) {
            for (String word : command.words()) {
                found.text(word);
            }
        }
        for (Map.Entry<String, String> variable : command.assignments().entrySet()) {
            found.text(variable.getValue());
            found.named(variable.getKey(), variable.getValue());
        }
    }
}
