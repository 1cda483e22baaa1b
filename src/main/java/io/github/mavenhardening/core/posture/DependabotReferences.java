package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.text.NearestName;
import io.github.mavenhardening.core.workflow.DependabotConfig;
import io.github.mavenhardening.core.workflow.Problem;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What entries of Dependabot's configuration refer to: ecosystems, registries and groups that there must be, and places that only
 * one entry may look after. One that is wrong, and Dependabot refuses the file.
 *
 * @see <a href="https://docs.github.com/en/code-security/reference/supply-chain-security/dependabot-options-reference">Dependabot
 *     options reference</a>
 */
final class DependabotReferences {

    /** What there is as of May 2026, by GitHub's own message to who names another. */
    static final Set<String> ECOSYSTEMS = Set.of(
            "bazel",
            "bun",
            "bundler",
            "cargo",
            "composer",
            "conda",
            "deno",
            "devcontainers",
            "docker",
            "docker-compose",
            "dotnet-sdk",
            "elm",
            "github-actions",
            "gitsubmodule",
            "gomod",
            "gradle",
            "helm",
            "julia",
            "maven",
            "mix",
            "nix",
            "npm",
            "nuget",
            "opentofu",
            "pip",
            "pre-commit",
            "pub",
            "rust-toolchain",
            "sbt",
            "swift",
            "terraform",
            "uv",
            "vcpkg");

    /** What an entry leaves to the group over several ecosystems that it is in. */
    private static final List<String> OF_GROUPS = List.of("target-branch", "commit-message");

    private static final String GROUP = "multi-ecosystem-group";

    private final DependabotConfig config;
    private final boolean beta;
    private final Set<String> registries;
    private final Set<String> groups;
    private final Set<List<String>> places = new HashSet<>();

    private DependabotReferences(DependabotConfig config) {
        this.config = config;
        Optional<YamlScalar> enabled = config.mapping().scalar("enable-beta-ecosystems");
        this.beta = enabled.isPresent() && enabled.get().value().equals("true");
        this.registries = names("registries");
        this.groups = names("multi-ecosystem-groups");
    }

    private Set<String> names(String key) {
        Set<String> names = new HashSet<>();
        Optional<YamlMapping> mapping = config.mapping().mapping(key);
        if (mapping.isPresent()) {
            for (YamlMapping.Entry entry : mapping.get().entries()) {
                names.add(entry.name());
            }
        }
        return names;
    }

    /** The first that is wrong; empty when none is. */
    static Optional<Problem> defect(DependabotConfig config) {
        DependabotReferences references = new DependabotReferences(config);
        for (DependabotConfig.Update update : config.updates()) {
            Optional<Problem> problem = references.of(update);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> of(DependabotConfig.Update update) {
        String ecosystem = update.ecosystem().text();
        if (!beta && !ECOSYSTEMS.contains(ecosystem)) {
            return problem(
                    "there is no ecosystem '" + ecosystem + "'" + NearestName.hint(ecosystem, ECOSYSTEMS),
                    update.ecosystem().value().span());
        }
        Optional<Problem> problem = registries(update);
        problem = problem.isPresent() ? problem : group(update);
        return problem.isPresent() ? problem : place(update);
    }

    private Optional<Problem> registries(DependabotConfig.Update update) {
        for (YamlScalar name : texts(update, "registries")) {
            if (!name.value().equals("*") && !registries.contains(name.value())) {
                return problem(
                        "the entry for '" + update.ecosystem().text()
                                + "' names a registry that is not among the file's" + " registries, '" + name.value()
                                + "'",
                        name.span());
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> group(DependabotConfig.Update update) {
        Optional<YamlScalar> group = update.mapping().scalar(GROUP);
        if (group.isEmpty()) {
            return Optional.empty();
        }
        String entry = "the entry for '" + update.ecosystem().text() + "' ";
        if (!groups.contains(group.get().value())) {
            return problem(
                    entry + "names a group that is not among the file's multi-ecosystem-groups, '"
                            + group.get().value() + "'",
                    group.get().span());
        }
        if (update.mapping().get("patterns").isEmpty()) {
            return problem(
                    entry + "has no patterns, which one of a " + GROUP + " needs",
                    group.get().span());
        }
        for (String key : OF_GROUPS) {
            Optional<YamlMapping.Entry> own = update.mapping().entry(key);
            if (own.isPresent()) {
                return problem(
                        entry + "has a " + key + " of its own, which its " + GROUP + " is to have",
                        own.get().key().span());
            }
        }
        return Optional.empty();
    }

    /** Of an ecosystem, a directory and a branch there may be one entry; that of a group is let be. */
    private Optional<Problem> place(DependabotConfig.Update update) {
        if (update.mapping().scalar(GROUP).isPresent()) {
            return Optional.empty();
        }
        Optional<YamlScalar> branch = update.mapping().scalar("target-branch");
        String onto = branch.isPresent() ? branch.get().value() : "";
        List<YamlScalar> directories = new ArrayList<>(texts(update, "directory"));
        for (YamlScalar directory : directories) {
            if (directory.value().indexOf('*') >= 0) {
                return problem(
                        "the entry for '" + update.ecosystem().text() + "' has a pattern in directory, which only"
                                + " directories may have",
                        directory.span());
            }
        }
        directories.addAll(texts(update, "directories"));
        List<List<String>> own = new ArrayList<>();
        boolean isTaken = false;
        for (YamlScalar directory : directories) {
            List<String> place = List.of(update.ecosystem().text(), directory.value(), onto);
            isTaken |= places.contains(place);
            own.add(place);
        }
        places.addAll(own);
        return !isTaken
                ? Optional.empty()
                : problem(
                        "there is an entry for '" + update.ecosystem().text() + "' with the same directory"
                                + (onto.isEmpty() ? "" : " and branch") + " before this one",
                        update.ecosystem().span());
    }

    private static List<YamlScalar> texts(DependabotConfig.Update update, String key) {
        Optional<YamlNode> value = update.mapping().get(key);
        return value.isPresent() ? YamlNodes.texts(value.get()) : List.of();
    }

    private Optional<Problem> problem(String message, Span span) {
        return Optional.of(new Problem(message, config.source().at(span)));
    }
}
