package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.api.Options;
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
 * exceptions:
 *   - check: verification-bypass
 *     about: maven.wagon.http.ssl.insecure
 *     reason: The proxy's certificate is replaced in March
 *     expires: 2027-03-31
 * }</pre>
 *
 * An unknown key is an error: a misspelt setting must not look like one that is in force.
 */
public final class PolicyFile {

    /** Where the file is looked for, in this order; the first that is there is read. */
    public static final List<String> PATHS = List.of(".mvn/hardening.yml", ".github/hardening.yml");

    /** What stands under any check; the rest are options of its own. */
    private static final List<String> OF_EVERY_CHECK = List.of("enabled", "severity");

    private final PolicyNodes nodes;
    private final Checks checks;
    private final Map<String, String> places = new HashMap<>();

    private PolicyFile(String path, Checks checks) {
        this.nodes = new PolicyNodes(path);
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
            return document.root().isEmpty()
                    ? PolicySettings.ofFile(source.path())
                    : new PolicyFile(source.path(), checks)
                            .settings(document.root().get());
        } catch (UnreadableFileException e) {
            throw new ConfigurationException(e.location(), "", e.reason());
        }
    }

    private PolicySettings settings(YamlNode root) {
        Optional<Persona> persona = Optional.empty();
        Optional<PolicySettings.FailOn> failOn = Optional.empty();
        Map<Severity, Integer> maximum = Map.of();
        List<ExceptionRule> exceptions = List.of();
        ChecksSection section = new ChecksSection();
        for (YamlMapping.Entry entry : nodes.mapping("", root).entries()) {
            String key = entry.name();
            switch (key) {
                case "persona" -> {
                    persona = Optional.of(persona(key, entry.value()));
                    places.put(key, nodes.where(entry.key()));
                }
                case "fail-on" -> {
                    failOn = Optional.of(failOn(key, entry.value()));
                    places.put(key, nodes.where(entry.key()));
                }
                case "maximum" -> maximum = maximum(entry.value());
                case "checks" -> section.read(entry.value());
                case "exceptions" -> exceptions = new ExceptionsSection(nodes, checks).read(entry.value());
                default ->
                    throw nodes.refused(
                            entry.key(),
                            key,
                            "unknown key; known are checks, exceptions, fail-on, maximum and persona");
            }
        }
        return new PolicySettings(
                persona,
                failOn,
                maximum,
                section.severities,
                section.enabled,
                section.options,
                exceptions,
                List.of(nodes.path()),
                places);
    }

    private Persona persona(String key, YamlNode node) {
        return Persona.ofLabel(nodes.text(key, node))
                .orElseThrow(() -> nodes.refused(node, key, "must be regular, pedantic or auditor"));
    }

    private PolicySettings.FailOn failOn(String key, YamlNode node) {
        return nodes.text(key, node).equalsIgnoreCase("never")
                ? PolicySettings.FailOn.NEVER
                : new PolicySettings.FailOn(Optional.of(severity(key, node, ", or never")));
    }

    private Map<Severity, Integer> maximum(YamlNode node) {
        Map<Severity, Integer> maximum = new EnumMap<>(Severity.class);
        for (YamlMapping.Entry entry : nodes.mapping("maximum", node).entries()) {
            String key = "maximum." + entry.name();
            Severity severity = severity(key, entry.key(), "");
            String number = nodes.text(key, entry.value());
            if (!number.matches("[0-9]{1,9}")) {
                throw nodes.refused(entry.value(), key, "must be a whole number, 0 or more");
            }
            maximum.put(severity, Integer.valueOf(number));
            places.put("maximum." + severity.label(), nodes.where(entry.key()));
        }
        return maximum;
    }

    private Severity severity(String key, YamlNode node, String orElse) {
        return Severity.ofLabel(nodes.text(key, node))
                .orElseThrow(() -> nodes.refused(node, key, "must be critical, high, medium, low or info" + orElse));
    }

    /** What stands under {@code checks}. */
    private final class ChecksSection {
        private final Map<String, Severity> severities = new HashMap<>();
        private final Map<String, Boolean> enabled = new HashMap<>();
        private final Map<String, Options> options = new HashMap<>();

        void read(YamlNode node) {
            for (YamlMapping.Entry entry : nodes.mapping("checks", node).entries()) {
                String id = entry.name();
                String key = "checks." + id;
                Check check = nodes.check(key, entry.key(), checks);
                YamlMapping settings = nodes.mapping(key, entry.value());
                for (YamlMapping.Entry setting : settings.entries()) {
                    String name = key + "." + setting.name();
                    read(check, name, setting);
                    if (OF_EVERY_CHECK.contains(setting.name())) {
                        places.put(name, nodes.where(setting.key()));
                    } else {
                        options.put(id, Options.of(nodes.path(), id, settings));
                        places.putIfAbsent(key, nodes.where(setting.key()));
                    }
                }
            }
        }

        private void read(Check check, String key, YamlMapping.Entry setting) {
            String id = check.info().id();
            switch (setting.name()) {
                case "severity" -> {
                    Severity severity = severity(key, setting.value(), "");
                    refuse(Integrity.refusal(check, severity), key, setting);
                    severities.put(id, severity);
                }
                case "enabled" -> {
                    boolean flag = flag(key, setting.value());
                    refuse(Integrity.refusal(check, flag), key, setting);
                    enabled.put(id, flag);
                }
                default -> {
                    List<String> known = new ArrayList<>(OF_EVERY_CHECK);
                    known.addAll(List.of(check.info().options()));
                    if (!known.contains(setting.name())) {
                        throw nodes.refused(setting.key(), key, "unknown key; known are " + String.join(", ", known));
                    }
                }
            }
        }

        private void refuse(Optional<String> reason, String key, YamlMapping.Entry setting) {
            if (reason.isPresent()) {
                throw nodes.refused(setting.value(), key, reason.get());
            }
        }

        private boolean flag(String key, YamlNode node) {
            Optional<Boolean> flag = node instanceof YamlScalar scalar ? scalar.asBoolean() : Optional.empty();
            return flag.orElseThrow(() -> nodes.refused(node, key, "must be true or false"));
        }
    }
}
