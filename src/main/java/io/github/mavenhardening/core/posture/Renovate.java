package io.github.mavenhardening.core.posture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Renovate's configuration.
 *
 * @param path where it is
 * @param root its values; empty when it cannot be read
 * @param text where they stand; empty when it cannot be read
 * @param unread another file of its own that Renovate leaves unread beside this one; empty when there is none
 * @see <a href="https://docs.renovatebot.com/configuration-options/">Renovate: configuration options</a>
 */
public record Renovate(String path, Optional<JsonNode> root, Optional<RenovateText> text, Optional<String> unread) {

    /** Where Renovate looks, first come first. */
    private static final List<String> PATHS = List.of(
            "renovate.json",
            "renovate.jsonc",
            "renovate.json5",
            ".github/renovate.json",
            ".github/renovate.jsonc",
            ".github/renovate.json5",
            ".gitlab/renovate.json",
            ".gitlab/renovate.jsonc",
            ".gitlab/renovate.json5",
            ".renovaterc",
            ".renovaterc.json",
            ".renovaterc.jsonc",
            ".renovaterc.json5");

    private static final String MANIFEST = "package.json";

    /** JSON5 as far as people write it; made where there is such a file. */
    private static final class Json5 {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
                .build();
    }

    /** The repository's; empty when there is none. */
    public static Optional<Renovate> find(Repository repository) {
        String first = "";
        for (String path : PATHS) {
            if (repository.isFile(path)) {
                if (!first.isEmpty()) {
                    return Optional.of(read(repository, first, Optional.of(path)));
                }
                first = path;
            }
        }
        return first.isEmpty() ? inManifest(repository) : Optional.of(read(repository, first, Optional.empty()));
    }

    /** Node's manifest may hold the configuration; that it holds none says nothing. */
    private static Optional<Renovate> inManifest(Repository repository) {
        Optional<Renovate> manifest = repository.isFile(MANIFEST)
                ? Optional.of(read(repository, MANIFEST, Optional.empty()))
                : Optional.empty();
        Optional<JsonNode> root = manifest.isPresent() ? manifest.get().root() : Optional.empty();
        if (root.isEmpty() || !root.get().has("renovate")) {
            return Optional.empty();
        }
        SourceFile source = manifest.get().text().orElseThrow().source();
        return Optional.of(new Renovate(
                MANIFEST,
                object(root.get().path("renovate")),
                Optional.of(new RenovateText(source, Json5.MAPPER, "/renovate")),
                Optional.empty()));
    }

    /** The one that a file holds. */
    static Renovate read(Repository repository, String path, Optional<String> unread) {
        try {
            SourceFile source = repository.read(path);
            Optional<JsonNode> root = object(Json5.MAPPER.readTree(source.text()));
            return new Renovate(path, root, Optional.of(new RenovateText(source, Json5.MAPPER, "")), unread);
        } catch (UnreadableFileException | JsonProcessingException e) {
            // Silent: update-bot reports a file without a root, and a manifest that nobody can read configures no bot.
            return new Renovate(path, Optional.empty(), Optional.empty(), unread);
        }
    }

    /** Where a key stands, by its JSON pointer; the file, where it stands nowhere. */
    public Location at(String pointer) {
        return text.isPresent() ? text.get().at(pointer) : Location.ofFile(path);
    }

    private static Optional<JsonNode> object(JsonNode node) {
        return node.isObject() ? Optional.of(node) : Optional.empty();
    }

    /** Why it proposes nothing; empty when it may propose something, as far as the file tells. */
    public Optional<Problem> idle() {
        if (root.isEmpty()) {
            return Optional.empty();
        }
        if (isOff(root.get())) {
            return problem("its enabled is false", "/enabled");
        }
        if (root.get().path("mode").asText("").equals("silent")) {
            return problem("its mode is silent", "/mode");
        }
        for (JsonNode preset : root.get().path("extends")) {
            if (preset.asText("").equals(":disableRenovate")) {
                return problem("it extends :disableRenovate", "/extends");
            }
        }
        return Optional.empty();
    }

    /**
     * Why it does not keep what that manager looks after up to date; empty when it does, as far as the file tells.
     *
     * @param manager Renovate's name, which for {@code maven} and {@code github-actions} is Dependabot's, too
     */
    public Optional<Problem> leavesOut(String manager, Repository repository) {
        if (root.isEmpty()) {
            return problem("its configuration cannot be read", "");
        }
        Optional<Problem> idle = idle();
        if (idle.isPresent()) {
            return idle;
        }
        if (isOff(root.get().path(manager))) {
            return problem("its " + manager + ".enabled is false", "/" + manager);
        }
        if (cooldown(Set.of()).switchesOff(manager)) {
            return problem("its packageRules switch that off", "/packageRules");
        }
        if (!names(manager)) {
            return problem("its enabledManagers do not name that", "/enabledManagers");
        }
        Optional<String> paths = new RenovatePaths(root.get()).leaveOut(manager, repository);
        return paths.isPresent()
                ? problem("its " + paths.get() + " leave out every file of that", "/" + paths.get())
                : Optional.empty();
    }

    private Optional<Problem> problem(String message, String pointer) {
        return Optional.of(new Problem(message, at(pointer)));
    }

    /** Whether a manager is among those that are enabled. */
    private boolean names(String manager) {
        JsonNode chosen = root.orElseThrow().path("enabledManagers");
        if (chosen.isEmpty()) {
            return true;
        }
        for (JsonNode name : chosen) {
            // A name between slashes is a pattern, which is given the benefit of the doubt.
            if (name.asText("").equals(manager) || name.asText("").startsWith("/")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOff(JsonNode config) {
        return config.path("enabled").isBoolean() && !config.path("enabled").booleanValue();
    }

    /**
     * How it lets releases through that have not aged, as far as the file tells: what a preset of other people's says is not
     * here.
     *
     * @param used the managers of what the repository is known to use
     */
    public List<CooldownGap> cooldownGaps(Set<String> used) {
        return root.isEmpty() ? List.of() : cooldown(used).gaps(extendsOthers(root.get()));
    }

    /** Whether it merges every update by itself. */
    public boolean mergesAll() {
        return root.isPresent() && cooldown(Set.of()).mergesAll();
    }

    /** Whether it is set to leave digests out of pins. */
    public boolean unpins() {
        return root.isPresent() && cooldown(Set.of()).unpins();
    }

    /** Whether it proposes updates for what the OSV database says is vulnerable: the forge's own alerts are not set up in this file. */
    public boolean asksForVulnerabilities() {
        return root.isPresent() && root.get().path("osvVulnerabilityAlerts").asBoolean(false);
    }

    private RenovateCooldown cooldown(Set<String> used) {
        Set<String> managers = new TreeSet<>();
        for (JsonNode name : root.orElseThrow().path("enabledManagers")) {
            managers.add(name.asText(""));
        }
        return new RenovateCooldown(text.orElseThrow(), root.orElseThrow(), managers.isEmpty() ? used : managers);
    }

    /** Renovate's own presets have a name without a slash; other people's lie in a repository. */
    private static boolean extendsOthers(JsonNode config) {
        for (JsonNode preset : config.path("extends")) {
            if (preset.asText("").indexOf('/') >= 0 || preset.asText("").indexOf('>') >= 0) {
                return true;
            }
        }
        return false;
    }
}
