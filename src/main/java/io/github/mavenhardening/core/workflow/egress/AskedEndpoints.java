package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.source.Repository;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** What is found to be asked, with what that leads to by the table and by files of the repository. */
final class AskedEndpoints {

    private static final String APT = "apt";
    private static final String DOCKER = KnownEndpoints.REGISTRY + "docker";

    private final Repository repository;
    private final Registries known;
    private final SortedSet<String> endpoints = new TreeSet<>();
    private final SortedSet<String> registries = new TreeSet<>();
    private final SortedSet<String> indexes = new TreeSet<>();
    private final Set<Reason> reasons = new TreeSet<>();
    /** What leads to files of the whole repository, and was looked up. */
    private final Set<String> asked = new HashSet<>();
    /** The folder of the repository that what is looked at runs in. */
    String folder = "";
    /** Whether the build of an image runs what is looked at. */
    boolean isInImage;

    AskedEndpoints(Repository repository, Registries known) {
        this.repository = repository;
        this.known = known;
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

    /** What makes the job connect to machines. */
    Set<Reason> reasons() {
        return reasons;
    }

    /** Whether something is looked at for the first time. */
    boolean isNew(String subject) {
        return asked.add(subject);
    }

    /** Takes in why the job connects to machines. */
    void because(Reason reason) {
        reasons.add(reason);
    }

    /** The registry of an image: the one that its name begins with, else the one that Docker knows by itself. */
    void image(String name) {
        Optional<Endpoint> named = Endpoint.ofImage(name);
        if (named.isPresent()) {
            add(named.get());
        } else if (!name.contains("$")) {
            registry("docker");
        }
    }

    /** The machines that a variable means. */
    void named(String name, String value) {
        NamedHosts.ofVariable(name, value).forEach(this::add);
        if (NamedHosts.isDockers(name, value)) {
            registry("docker");
        }
    }

    /** The addresses in a text, but for lines that are comments. */
    void text(String text) {
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

    void targets(List<String> targets, boolean namesRegistry) {
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

    void add(Endpoint endpoint) {
        endpoints.add(endpoint.text());
        targets(KnownEndpoints.behind(endpoint), false);
    }
}
