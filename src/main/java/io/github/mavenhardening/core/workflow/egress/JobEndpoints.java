package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Container;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.ImageBuild;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a job connects to, as far as its steps and the files of its repository tell. It is a guess: programs connect to what
 * no file says, and not every address that is written is asked.
 *
 * @param endpoints {@code host:port}, sorted
 * @param registries the tools whose packages come from where no file says, sorted
 * @param actions the actions of which it is not known what they connect to, sorted
 */
public record JobEndpoints(SortedSet<String> endpoints, SortedSet<String> registries, SortedSet<String> actions) {

    /** What restricts the job itself: the hosts that its inputs name are not asked. */
    private static final String GUARD = "step-security/harden-runner";

    /** Conditions under which a step runs on no machine that the guard can block connections on. */
    private static final Pattern OTHER_SYSTEM = Pattern.compile(
            "\\s*+(?:\\$\\{\\{)?\\s*+runner\\.os\\s*+==\\s*+'(?:macOS|Windows)'[^|]*+", Pattern.CASE_INSENSITIVE);

    /** Inputs that name a machine without a scheme, and inputs that name images. */
    private static final Pattern HOST_INPUT = Pattern.compile("(?i).*(?:registry|host|server|domain|endpoint).*");

    private static final Pattern IMAGE_INPUT =
            Pattern.compile("(?i)(?:(?:.{0,60}_)?images?|tags|cache-from|cache-to|base-image|.{0,60}docker_repo)");
    /** Variables of which the same is known; files and other things have names with dots as well. */
    private static final Pattern VARIABLE =
            Pattern.compile("(?i)(?:.{0,60}_)?(?:registry|host(?:name)?|domain|images?|docker_repo)");

    /** Commands whose words are shown, written or stored, and not asked. */
    private static final Set<String> SAYING = Set.of("echo", "printf", "gh", "export", "sed", "grep", "jq", "awk", ":");

    private static final List<String> GIT_SAYING = List.of("commit", "tag", "config");
    private static final Set<String> IMAGES = Set.of("docker", "podman", "buildah", "skopeo", "crane", "helm");
    private static final String DOCKER = KnownEndpoints.REGISTRY + "docker";

    public JobEndpoints {
        endpoints = Collections.unmodifiableSortedSet(new TreeSet<>(endpoints));
        registries = Collections.unmodifiableSortedSet(new TreeSet<>(registries));
        actions = Collections.unmodifiableSortedSet(new TreeSet<>(actions));
    }

    /**
     * Where a job connects to.
     *
     * @param mavenRepositories addresses of repositories that are known to be the build's without a file that says so
     */
    public static JobEndpoints of(
            NormalJob job,
            Workflow workflow,
            Definitions definitions,
            Repository repository,
            Collection<String> mavenRepositories) {
        Search search = new Search(definitions, repository, mavenRepositories);
        search.values(workflow.env());
        search.values(job.env());
        for (Container service : job.services()) {
            service.image().ifPresent(image -> search.image(image.text()));
        }
        for (ReachedStep step : JobSteps.of(job, workflow, definitions)) {
            search.step(step);
        }
        return new JobEndpoints(search.endpoints, search.registries, search.actions);
    }

    private static final class Search {

        private final Definitions definitions;
        private final Repository repository;
        private final Collection<String> mavenRepositories;
        private final SortedSet<String> endpoints = new TreeSet<>();
        private final SortedSet<String> registries = new TreeSet<>();
        private final SortedSet<String> actions = new TreeSet<>();
        /** The repository's own actions that were looked into by the repository's name. */
        private final Set<String> followed = new HashSet<>();
        /** The Dockerfiles that were read. */
        private final Set<String> builds = new HashSet<>();

        Search(Definitions definitions, Repository repository, Collection<String> mavenRepositories) {
            this.definitions = definitions;
            this.repository = repository;
            this.mavenRepositories = mavenRepositories;
        }

        void step(ReachedStep reached) {
            Step step = reached.step();
            if (step.condition().isPresent()
                    && OTHER_SYSTEM
                            .matcher(step.condition().get().scalar().value())
                            .matches()) {
                return;
            }
            if (step.body() instanceof Step.UsesAction action) {
                if (action.uses().uses() instanceof Uses.Repository uses && !step.usesAction(GUARD)) {
                    action(uses, action, reached, inputs(action.with(), reached));
                } else if (action.uses().uses() instanceof Uses.Docker docker) {
                    image(docker.image().name());
                }
                ImageBuild.file(reached).ifPresent(this::built);
            } else if (step.body() instanceof Step.RunScript run) {
                List<ShellCommand> commands = ProjectScripts.commands(reached, definitions, repository);
                if (commands.isEmpty()) {
                    text(run.script().value());
                }
                String folder = ProjectScripts.folder(reached);
                for (ShellCommand command : commands) {
                    command(command);
                    ImageBuild.file(command, folder).ifPresent(this::built);
                }
            }
            values(step.env());
        }

        /** The registry of an image: the one that its name begins with, else the one that Docker knows by itself. */
        void image(String name) {
            Optional<Endpoint> named = Endpoint.ofImage(name);
            if (named.isPresent()) {
                add(named);
            } else if (!name.contains("$")) {
                registry("docker");
            }
        }

        /** What the build of an image asks for. */
        private void built(String path) {
            Optional<ImageBuild> build = builds.add(path) ? ImageBuild.at(path, repository) : Optional.empty();
            if (build.isPresent()) {
                for (String image : build.get().images()) {
                    image(image);
                }
                for (ShellCommand command : build.get().commands()) {
                    command(command);
                }
                for (String added : build.get().added()) {
                    text(added);
                }
            }
        }

        private void action(Uses.Repository uses, Step.UsesAction action, ReachedStep reached, boolean namesRegistry) {
            Optional<Action> own = own(uses);
            if (own.isPresent()) {
                follow(own.get(), action, reached);
                return;
            }
            List<String> open = new ArrayList<>();
            Optional<List<String>> targets = KnownEndpoints.of(uses, name -> input(name, action, reached, open));
            if (targets.isEmpty() || (targets.get().isEmpty() && !open.isEmpty())) {
                actions.add(uses.target());
            }
            targets(targets.orElse(List.of()), namesRegistry);
        }

        /** The text of an input; it is noted where that is an expression whose value is not known. */
        private static String input(String name, Step.UsesAction action, ReachedStep reached, List<String> open) {
            Optional<YamlScalar> given = action.with().scalar(name);
            String text = given.isPresent() ? reached.textOf(given.get()) : "";
            if (text.contains("${{")) {
                open.add(name);
            }
            return text;
        }

        /** The action of this very repository, which may be called as others call it. */
        private Optional<Action> own(Uses.Repository uses) {
            boolean isOwn = repository.slug().isPresent()
                    && uses.owner().equalsIgnoreCase(repository.slug().get().owner())
                    && uses.name().equalsIgnoreCase(repository.slug().get().name());
            Optional<Definition> found = isOwn ? definitions.within(uses.path().orElse("")) : Optional.empty();
            return found.orElse(null) instanceof Action action ? Optional.of(action) : Optional.empty();
        }

        private void follow(Action own, Step.UsesAction action, ReachedStep reached) {
            if (!followed.add(own.path())) {
                return;
            }
            CallPath.Call call = new CallPath.Call(
                    reached.frame(),
                    Optional.of(reached.job()),
                    reached.step().condition(),
                    action.uses(),
                    action.with());
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
                    String value = reached.textOf(input.scalar().get());
                    text(value);
                    image |= named(name, value);
                }
            }
            return image;
        }

        private void variable(String name, String value) {
            if (VARIABLE.matcher(name).matches()) {
                named(name, value);
            }
        }

        /** Adds what an input or a variable means by its name; answers whether there is any. */
        private boolean named(String name, String value) {
            boolean isHost = HOST_INPUT.matcher(name).matches();
            if (!isHost && !IMAGE_INPUT.matcher(name).matches()) {
                return false;
            }
            boolean any = false;
            for (String word : value.strip().split("[\\s,]+", -1)) {
                String image = word.substring(word.lastIndexOf('=') + 1);
                Optional<Endpoint> named = isHost ? Endpoint.ofHost(word) : Optional.empty();
                named = named.isPresent() ? named : Endpoint.ofImage(image);
                any |= named.isPresent();
                add(named);
            }
            return any;
        }

        /** What variables say counts, for a program that reads them asks it. */
        void values(NamedValues values) {
            for (NamedValues.Binding value : values.all()) {
                if (value.text().isPresent()) {
                    text(value.text().get());
                    variable(value.name().value(), value.text().get());
                }
            }
        }

        private void command(ShellCommand command) {
            boolean image = false;
            if (IMAGES.contains(command.name())) {
                for (String word : command.arguments()) {
                    Optional<Endpoint> registry = Endpoint.ofImage(word);
                    registry = registry.isPresent() || !command.has("login") ? registry : Endpoint.ofHost(word);
                    image |= registry.isPresent();
                    add(registry);
                }
            }
            targets(KnownEndpoints.of(command), image);
            boolean says = SAYING.contains(command.name())
                    || (command.name().equals("git") && GIT_SAYING.contains(command.operand(0)));
            if (!says) {
                for (String word : command.words()) {
                    text(word);
                }
            }
            for (Map.Entry<String, String> variable : command.assignments().entrySet()) {
                text(variable.getValue());
                variable(variable.getKey(), variable.getValue());
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
                        add(Endpoint.of(address));
                    }
                }
            }
        }

        private void targets(List<String> targets, boolean namesRegistry) {
            for (String target : targets) {
                if (namesRegistry && target.equals(DOCKER)) {
                    continue;
                }
                if (target.startsWith(KnownEndpoints.REGISTRY)) {
                    registry(target.substring(KnownEndpoints.REGISTRY.length()));
                } else {
                    endpoints.add(Endpoint.of(target).text());
                }
            }
        }

        private void registry(String tool) {
            PackageSources.Sources sources = PackageSources.of(repository).of(tool);
            for (Endpoint endpoint : sources.endpoints()) {
                add(Optional.of(endpoint));
            }
            targets(sources.besides(), false);
            boolean maven = tool.equals("maven") && !mavenRepositories.isEmpty();
            if (maven) {
                for (String address : mavenRepositories) {
                    text(address);
                }
            }
            if (!sources.isKnown() && !maven) {
                registries.add(tool);
            }
        }

        private void add(Optional<Endpoint> endpoint) {
            if (endpoint.isPresent()) {
                endpoints.add(endpoint.get().text());
                targets(KnownEndpoints.behind(endpoint.get()), false);
            }
        }
    }
}
