package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.Checks;
import io.github.mavenhardening.core.check.ConfigurationException;
import io.github.mavenhardening.core.check.Options;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the policy file:
 *
 * <pre>{@code
 * persona: pedantic
 * fail-on: medium
 * maximum: {low: 10}
 * checks:
 *   unpinned-uses:
 *     severity: critical
 *     policies: {"actions/*": ref-pin}
 *   unpinned-images:
 *     enabled: false
 * }</pre>
 *
 * An unknown key is an error: a misspelt setting must not look like one that is in force.
 */
public final class PolicyFile {

    /** Where the file is looked for, in this order; the first that is there is read. */
    public static final List<String> PATHS = List.of(".mvn/hardening.yml", ".github/hardening.yml");

    /** What stands under any check; the rest are options of its own. */
    private static final List<String> OF_EVERY_CHECK = List.of("enabled", "severity");

    private final String path;
    private final Checks checks;

    private PolicyFile(String path, Checks checks) {
        this.path = path;
        this.checks = checks;
    }

    /**
     * The settings of the repository's policy file; none when it has no such file.
     *
     * @throws ConfigurationException when the file cannot be taken as it is
     */
    public static PolicySettings find(Repository repository, Checks checks) {
        for (String path : PATHS) {
            if (repository.isFile(path)) {
                return read(repository, path, checks);
            }
        }
        return PolicySettings.none();
    }

    /**
     * The settings of that file of the repository.
     *
     * @throws ConfigurationException when it is missing or cannot be taken as it is
     */
    public static PolicySettings read(Repository repository, String path, Checks checks) {
        try {
            return parse(repository.read(path), checks);
        } catch (UnreadableFileException e) {
            throw new ConfigurationException(e.location(), "", e.reason());
        }
    }

    /**
     * The settings of that text.
     *
     * @throws ConfigurationException when it cannot be taken as it is
     */
    public static PolicySettings parse(SourceFile source, Checks checks) {
        try {
            YamlDocument document = YamlDocument.parse(source);
            if (!document.problems().isEmpty()) {
                var problem = document.problems().get(0);
                throw new ConfigurationException(source.at(problem.span()), "", problem.message());
            }
            if (document.root().isEmpty()) {
                return PolicySettings.none();
            }
            return new PolicyFile(source.path(), checks)
                    .settings(document.root().get());
        } catch (UnreadableFileException e) {
            throw new ConfigurationException(e.location(), "", e.reason());
        }
    }

    private PolicySettings settings(YamlNode root) {
        Optional<Persona> persona = Optional.empty();
        Optional<PolicySettings.FailOn> failOn = Optional.empty();
        Map<Severity, Integer> maximum = Map.of();
        ChecksSection section = new ChecksSection();
        for (YamlMapping.Entry entry : mapping("", root).entries()) {
            String key = entry.name();
            switch (key) {
                case "persona" -> persona = Optional.of(persona(key, entry.value()));
                case "fail-on" -> failOn = Optional.of(failOn(key, entry.value()));
                case "maximum" -> maximum = maximum(entry.value());
                case "checks" -> section.read(entry.value());
                default ->
                    throw refused(entry.key(), key, "unknown key; known are checks, fail-on, maximum and persona");
            }
        }
        return new PolicySettings(persona, failOn, maximum, section.severities, section.enabled, section.options);
    }

    private Persona persona(String key, YamlNode node) {
        return Persona.ofLabel(text(key, node))
                .orElseThrow(() -> refused(node, key, "must be regular, pedantic or auditor"));
    }

    private PolicySettings.FailOn failOn(String key, YamlNode node) {
        return text(key, node).equalsIgnoreCase("never")
                ? PolicySettings.FailOn.NEVER
                : new PolicySettings.FailOn(Optional.of(severity(key, node, ", or never")));
    }

    private Map<Severity, Integer> maximum(YamlNode node) {
        Map<Severity, Integer> maximum = new EnumMap<>(Severity.class);
        for (YamlMapping.Entry entry : mapping("maximum", node).entries()) {
            String key = "maximum." + entry.name();
            Severity severity = severity(key, entry.key(), "");
            String number = text(key, entry.value());
            if (!number.matches("[0-9]{1,9}")) {
                throw refused(entry.value(), key, "must be a whole number, 0 or more");
            }
            maximum.put(severity, Integer.valueOf(number));
        }
        return maximum;
    }

    private Severity severity(String key, YamlNode node, String orElse) {
        return Severity.ofLabel(text(key, node))
                .orElseThrow(() -> refused(node, key, "must be critical, high, medium, low or info" + orElse));
    }

    private YamlMapping mapping(String key, YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return mapping;
        }
        throw refused(node, key, "must be a mapping");
    }

    private String text(String key, YamlNode node) {
        if (node instanceof YamlScalar scalar && !scalar.isNull()) {
            return scalar.value().strip();
        }
        throw refused(node, key, "must be a single value");
    }

    private ConfigurationException refused(YamlNode node, String key, String reason) {
        return new ConfigurationException(Location.of(path, node.span()), key, reason);
    }

    /** What stands under {@code checks}. */
    private final class ChecksSection {
        private final Map<String, Severity> severities = new HashMap<>();
        private final Map<String, Boolean> enabled = new HashMap<>();
        private final Map<String, Options> options = new HashMap<>();

        void read(YamlNode node) {
            for (YamlMapping.Entry entry : mapping("checks", node).entries()) {
                String id = entry.name();
                String key = "checks." + id;
                Check check = checks.byId(id).orElseThrow(() -> refused(entry.key(), key, unknown(id)));
                YamlMapping settings = mapping(key, entry.value());
                settings.entries().forEach(setting -> read(check, key + "." + setting.name(), setting));
                if (settings.entries().stream().anyMatch(setting -> !OF_EVERY_CHECK.contains(setting.name()))) {
                    options.put(id, Options.of(path, id, settings));
                }
            }
        }

        private void read(Check check, String key, YamlMapping.Entry setting) {
            String id = check.info().id();
            switch (setting.name()) {
                case "severity" -> severities.put(id, severity(key, setting.value(), ""));
                case "enabled" -> enabled.put(id, flag(key, setting.value()));
                default -> {
                    List<String> known = new ArrayList<>(OF_EVERY_CHECK);
                    known.addAll(List.of(check.info().options()));
                    if (!known.contains(setting.name())) {
                        throw refused(setting.key(), key, "unknown key; known are " + String.join(", ", known));
                    }
                }
            }
        }

        private boolean flag(String key, YamlNode node) {
            Optional<Boolean> flag = node instanceof YamlScalar scalar ? scalar.asBoolean() : Optional.empty();
            return flag.orElseThrow(() -> refused(node, key, "must be true or false"));
        }

        private String unknown(String id) {
            return "there is no check of that id"
                    + checks.nearest(id)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("");
        }
    }
}
