package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo.Silence;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.source.Glob;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what stands under {@code exceptions} in the policy file. An exception for a check of integrity says what it is about and
 * when it ends, so that it covers what was looked at and nothing that comes later.
 */
final class ExceptionsSection {

    private static final String KEY = "exceptions";

    /** Each is compared with each finding of its check. */
    private static final int LIMIT = 1_000;

    private static final List<String> KEYS = List.of("check", "path", "about", "reason", "expires");

    private final PolicyNodes nodes;
    private final Checks checks;

    ExceptionsSection(PolicyNodes nodes, Checks checks) {
        this.nodes = nodes;
        this.checks = checks;
    }

    List<ExceptionRule> read(YamlNode node) {
        if (!(node instanceof YamlSequence sequence)) {
            throw nodes.refused(node, KEY, "must be a list");
        }
        if (sequence.values().size() > LIMIT) {
            throw nodes.refused(node, KEY, "must be at most " + LIMIT);
        }
        List<ExceptionRule> rules = new ArrayList<>();
        for (YamlNode entry : sequence.values()) {
            rules.add(rule(nodes.mapping(KEY, entry)));
        }
        return rules;
    }

    private ExceptionRule rule(YamlMapping entry) {
        for (YamlMapping.Entry setting : entry.entries()) {
            if (!KEYS.contains(setting.name())) {
                throw nodes.refused(
                        setting.key(), key(setting.name()), "unknown key; known are " + String.join(", ", KEYS));
            }
        }
        Check check = nodes.check(key("check"), required(entry, "check"), checks);
        required(entry, "reason");
        Silence silence = check.info().silence();
        if (silence == Silence.NEVER) {
            throw nodes.refused(
                    entry, key("check"), check.info().id() + " has no exceptions; " + Integrity.wayOut(check));
        }
        if (silence == Silence.BY_EXCEPTION) {
            required(entry, "about");
            required(entry, "expires");
        }
        return new ExceptionRule(
                nodes.at(entry),
                check.info().id(),
                text(entry, "path").map(path -> Glob.of(path, true)),
                text(entry, "about"),
                text(entry, "reason").orElseThrow(),
                entry.get("expires").map(this::date));
    }

    private LocalDate date(YamlNode node) {
        try {
            return LocalDate.parse(nodes.text(key("expires"), node));
        } catch (DateTimeParseException e) {
            throw nodes.refused(node, key("expires"), "must be a date such as 2027-01-31");
        }
    }

    private Optional<String> text(YamlMapping entry, String name) {
        return entry.get(name).map(node -> nodes.text(key(name), node));
    }

    private YamlNode required(YamlMapping entry, String name) {
        YamlNode value =
                entry.get(name).orElseThrow(() -> nodes.refused(entry, KEY, "an exception needs '" + name + "'"));
        nodes.text(key(name), value);
        return value;
    }

    private static String key(String name) {
        return KEY + "." + name;
    }
}
