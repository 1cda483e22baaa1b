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

    private static final String APT = "apt";
    private static final String DOCKER = KnownEndpoints.REGISTRY + "docker";

    private final Definitions definitions;
    private final Repository repository;
    private final Registries known;
    private final SortedSet<String> endpoints = new TreeSet<>();
    private final SortedSet<String> registries = new TreeSet<>();
    private final SortedSet<String> indexes = new TreeSet<>();
    private final SortedSet<String> actions = new TreeSet<>();
    private final Set<Reason> reasons = new TreeSet<>();
    /** The repository's own actions that were looked into by the repository's name. */
    private final Set<String> followed = new HashSet<>();
    /** What of the table leads to files of the whole repository, and was looked up. */
    private final Set<String> asked = new HashSet<>();
    /** The Dockerfiles that were read. */
    private final Set<String> builds = new HashSet<>();
    /** The folder of the repository that what is looked at runs in. */
    private String folder = "";
    /** Whether the build of an image runs what is looked at. */
    private boolean isInImage;

    private JobSearch(Definitions definitions, Repository repository, Registries known) {
        this.definitions = definitions;
        this.repository = repository;
        this.known = known;
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

    SortedSet<String> endpoints() {
        return endpoints;
    }

    /** The tools whose packages come from where no file says. */
    SortedSet<String> registries() {
        return registries;
    }

    /** The tools of whose registries files name the index alone. */
    SortedSet<String> indexes() {
        return indexes;
    }

    /** The actions of which it is not known what they connect to. */
    SortedSet<String> actions() {
        return actions;
    }

    /** What makes the job connect to machines. */
    Set<Reason> reasons() {
        return reasons;
    }

    private void step(ReachedStep reached) {
        Step step = reached.step();
        if (step.condition().isPresent()
                && OTHER_SYSTEM.matcher(step.condition().get().scalar().value()).matches()) {
            return;
        }
        folder = ProjectScripts.folder(reached);
        if (step.body() instanceof Step.UsesAction action) {
            uses(step, action, reached);
        } else if (step.body() instanceof Step.RunScript run) {
            run(run, reached);
        }
        folder = "";
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
            image(docker.image().name());
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
            own.images().forEach(image -> image(image.text()));
            String home = own.path().substring(0, own.path().lastIndexOf('/') + 1);
            docker.dockerfile().ifPresent(file -> built(home + file.value()));
        }
    }

    private void run(Step.RunScript run, ReachedStep reached) {
        List<ShellCommand> commands = ProjectScripts.commands(reached, definitions, repository);
        if (commands.isEmpty()) {
            text(run.script().value());
        } else if (run.script().value().contains("://")) {
            ShellScript.of(run.script().value(), Shell.POSIX).assigned().forEach(this::text);
        }
        String start = folder;
        Set<ShellCommand> own = new HashSet<>(reached.commands());
        for (ShellCommand command : commands) {
            command(command);
            ImageBuild.file(command, folder).map(RunTexts::rooted).ifPresent(this::built);
            // Silent: a file of Compose that cannot be read is a gap where its images are looked at.
            ComposeServices.of(command, reached, repository, new HashSet<>()).ifPresent(this::services);
            if (own.contains(command)) {
                ProjectScripts.script(command.words(), folder, reached, repository)
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
        if (asked.add(program.path())) {
            Matcher address = Endpoint.ADDRESS.matcher(program.text());
            while (address.find()) {
                if (address.start() > 0 && QUOTES.indexOf(program.text().charAt(address.start() - 1)) >= 0) {
                    Endpoint.of(address).ifPresent(this::add);
                }
            }
        }
    }

    private void services(ComposeServices services) {
        services.images().forEach(image -> image(image.value()));
        services.builds().forEach(this::built);
    }

    /** Goes to a folder; to another where that is not known, is too deep for any, or leads out of the repository. */
    private void enter(String path, String otherwise) {
        // Silent: what files there would tell is asked for as unknown.
        boolean isRelative = !path.isEmpty()
                && !path.startsWith("/")
                && !path.contains("$")
                && folder.length() <= PackageSources.PATH_LIMIT;
        folder = isRelative ? LocalPath.plain(folder + "/" + path.strip()).orElse(otherwise) : otherwise;
    }

    /** The registry of an image: the one that its name begins with, else the one that Docker knows by itself. */
    private void image(String name) {
        Optional<Endpoint> named = Endpoint.ofImage(name);
        if (named.isPresent()) {
            add(named.get());
        } else if (!name.contains("$")) {
            registry("docker");
        }
    }

    /** What the build of an image asks for. */
    private void built(String path) {
        Optional<ImageBuild> build = builds.add(path) ? ImageBuild.at(path, repository) : Optional.empty();
        if (build.isPresent()) {
            build.get().images().forEach(this::image);
            isInImage = true;
            build.get().commands().forEach(this::command);
            isInImage = false;
            for (String added : build.get().added()) {
                text(added);
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
        reasons.add(new Reason(isOpen ? Reason.Kind.UNKNOWN_ACTION : Reason.Kind.ACTION, uses.target()));
        targets(targets.orElse(List.of()), namesRegistry);
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
                    text(value);
                    List<Endpoint> named = NamedHosts.ofInput(name, value);
                    named.forEach(this::add);
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
                text(value.text().get());
                named(value.name().value(), value.text().get());
            }
        }
    }

    private void command(ShellCommand command) {
        String operand = command.operand(0);
        if (WORD.matcher(command.name()).matches()) {
            boolean isWord = WORD.matcher(operand).matches();
            reasons.add(new Reason(Reason.Kind.COMMAND, command.name() + (isWord ? " " + operand : "")));
        }
        boolean image = false;
        if (IMAGES.contains(command.name())) {
            for (String word : command.arguments()) {
                Optional<Endpoint> registry = Endpoint.ofImage(word);
                registry = registry.isPresent() || !command.has("login") ? registry : Endpoint.ofHost(word);
                image |= registry.isPresent();
                registry.ifPresent(this::add);
            }
        }
        targets(KnownEndpoints.of(command), image);
        StartedCommands started = StartedCommands.of(command);
        boolean wasInImage = isInImage;
        isInImage |= started.isInContainer();
        started.commands().forEach(each -> targets(KnownEndpoints.of(each), false));
        isInImage = wasInImage;
        if (MAVENS.contains(command.name())) {
            targets(KnownEndpoints.of("maven", String.join(" ", command.arguments())), false);
        }
        boolean says = SAYING.contains(command.name())
                || (command.name().equals("git") && GIT_SAYING.contains(command.operand(0)));
        if (!says) {
            for (String word : command.words()) {
                text(word);
            }
        }
        for (Map.Entry<String, String> variable : command.assignments().entrySet()) {
            text(variable.getValue());
            named(variable.getKey(), variable.getValue());
        }
    }

    /** The machines that a variable means. */
    private void named(String name, String value) {
        NamedHosts.ofVariable(name, value).forEach(this::add);
        if (NamedHosts.isDockers(name, value)) {
            registry("docker");
        }
    }

    /** The addresses in a text, but for lines that are comments. */
    private void text(String text) {
        if (text.indexOf("//") < 0) {
            return;
        }
        for (String line : text.split("\n", -1)) {
            String start = line.stripLeading();
            if (!start.startsWith("#") && !start.startsWith("//")) {
                Matcher address = Endpoint.ADDRESS.matcher(line);
                while (address.find()) {
                    Endpoint.of(address).ifPresent(this::add);
                }
            }
        }
    }

    private void targets(List<String> targets, boolean namesRegistry) {
        for (String target : targets) {
            int colon = target.indexOf(':');
            String kind = target.substring(0, colon + 1);
            String tool = target.substring(colon + 1);
            if (kind.equals(KnownEndpoints.REGISTRY)) {
                if (!namesRegistry || !target.equals(DOCKER)) {
                    registry(tool);
                }
            } else if (!KnownEndpoints.OF_FILES.contains(kind)) {
                endpoints.add(Endpoint.of(target).text());
            } else if (asked.add(target)) {
                files(kind, tool);
            }
        }
    }

    /** What files of the whole repository tell of a tool. */
    private void files(String kind, String tool) {
        ToolSettings settings = ToolSettings.of(repository);
        switch (kind) {
            case KnownEndpoints.CONFIG -> targets(settings.targets(tool), false);
            case KnownEndpoints.ADDRESSES -> settings.texts(tool).forEach(this::text);
            case KnownEndpoints.IMAGES -> settings.images(tool).forEach(this::image);
            case KnownEndpoints.UNPINNED -> settings.unpinnedImages(tool).forEach(this::image);
            default -> {
                PackageSources.of(repository).anywhere(tool).forEach(this::add);
                registry(tool);
            }
        }
    }

    private void registry(String tool) {
        reasons.add(new Reason(Reason.Kind.REGISTRY, tool));
        PackageSources.Sources sources = PackageSources.of(repository).of(tool, folder);
        sources.endpoints().forEach(this::add);
        targets(sources.besides(), false);
        boolean isBuild = tool.equals("maven") && !known.build().isEmpty();
        if (isBuild) {
            known.build().forEach(this::text);
        }
        List<String> own = known.of(Tool.of(tool));
        boolean isOwn = sources.nameAny(own);
        if (sources.isKnown() && sources.isIndex() && !isOwn) {
            indexes.add(tool);
        }
        boolean isTold = sources.isKnown() || isBuild;
        if (!isTold || isOwn) {
            endpoints.addAll(own);
        }
        if (!isTold) {
            open(tool, own.isEmpty());
        }
    }

    /** A tool asks its own registry, which may be unknown. */
    private void open(String tool, boolean isUnknown) {
        boolean isOfRunner = tool.equals(APT) && !isInImage;
        if (isOfRunner || !tool.equals(APT)) {
            targets(KnownEndpoints.besides(tool), false);
        }
        if (isUnknown && !isOfRunner) {
            registries.add(tool);
        }
    }

    private void add(Endpoint endpoint) {
        endpoints.add(endpoint.text());
        targets(KnownEndpoints.behind(endpoint), false);
    }
}
