package io.github.mavenhardening.core.posture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Renovate's configuration.
 *
 * @param path where it is
 * @param root its values; empty when it cannot be read
 * @see <a href="https://docs.renovatebot.com/configuration-options/">Renovate: configuration options</a>
 */
public record Renovate(String path, Optional<JsonNode> root) {

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
        for (String path : PATHS) {
            if (repository.isFile(path)) {
                return Optional.of(new Renovate(path, read(repository, path)));
            }
        }
        return inManifest(repository);
    }

    /** Node's manifest may hold the configuration; that it holds none says nothing. */
    private static Optional<Renovate> inManifest(Repository repository) {
        Optional<JsonNode> manifest = repository.isFile(MANIFEST) ? read(repository, MANIFEST) : Optional.empty();
        return manifest.isPresent() && manifest.get().has("renovate")
                ? Optional.of(new Renovate(MANIFEST, object(manifest.get().path("renovate"))))
                : Optional.empty();
    }

    private static Optional<JsonNode> read(Repository repository, String path) {
        try {
            return object(Json5.MAPPER.readTree(repository.read(path).text()));
        } catch (UnreadableFileException | JsonProcessingException e) {
            // Silent: update-bot reports a file without a root, and a manifest that nobody can read configures no bot.
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> object(JsonNode node) {
        return node.isObject() ? Optional.of(node) : Optional.empty();
    }

    /** Why it proposes nothing; empty when it may propose something, as far as the file tells. */
    public Optional<String> idle() {
        if (root.isEmpty()) {
            return Optional.empty();
        }
        if (isOff(root.get())) {
            return Optional.of("its enabled is false");
        }
        if (root.get().path("mode").asText("").equals("silent")) {
            return Optional.of("its mode is silent");
        }
        for (JsonNode preset : root.get().path("extends")) {
            if (preset.asText("").equals(":disableRenovate")) {
                return Optional.of("it extends :disableRenovate");
            }
        }
        return Optional.empty();
    }

    /**
     * Whether it keeps what that manager looks after up to date, as far as the file tells.
     *
     * @param manager Renovate's name, which for {@code maven} and {@code github-actions} is Dependabot's, too
     */
    public boolean covers(String manager) {
        if (root.isEmpty()
                || idle().isPresent()
                || isOff(root.get().path(manager))
                || cooldown(Set.of()).switchesOff(manager)) {
            return false;
        }
        JsonNode chosen = root.get().path("enabledManagers");
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
        return new RenovateCooldown(Location.ofFile(path), root.orElseThrow(), managers.isEmpty() ? used : managers);
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
