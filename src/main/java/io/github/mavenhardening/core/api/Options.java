package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of one check in the policy file, under its id. Each getter answers empty when the option is not given, and
 * throws {@link ConfigurationException} with the value's place when it is not of the kind asked for. An option that is given
 * without a value is not of any kind.
 */
public final class Options {

    /** A longer period than a thousand years leads out of the calendar sooner or later. */
    private static final LocalDate BEYOND = LocalDate.EPOCH.plusYears(1000).plusDays(1);

    private static final Options NONE = new Options("", "", Optional.empty());

    private final String file;
    private final String checkId;
    private final Optional<YamlMapping> mapping;

    private Options(String file, String checkId, Optional<YamlMapping> mapping) {
        this.file = file;
        this.checkId = checkId;
        this.mapping = mapping;
    }

    /** Of a check that the policy says nothing to. */
    public static Options none() {
        return NONE;
    }

    /** The mapping under {@code checks.<id>} in the policy file of that path. */
    public static Options of(String file, String checkId, YamlMapping mapping) {
        return new Options(file, checkId, Optional.of(mapping));
    }

    /** Whether the option is given, be it without a value. */
    public boolean isGiven(String option) {
        return value(option).isPresent();
    }

    /** A text. */
    public Optional<String> text(String option) {
        Optional<YamlNode> node = value(option);
        return node.isPresent() ? Optional.of(scalar(option, node.get()).value()) : Optional.empty();
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag(String option) {
        Optional<YamlNode> node = value(option);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Optional<Boolean> flag = scalar(option, node.get()).asBoolean();
        if (flag.isEmpty()) {
            throw refused(option, node.get(), "must be true or false");
        }
        return flag;
    }

    /** A span of days, months or years as ISO 8601 has it: {@code P90D}, {@code P1Y}. */
    public Optional<Period> period(String option) {
        Optional<YamlNode> node = value(option);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        try {
            Period period = Period.parse(scalar(option, node.get()).value());
            if (!period.isNegative() && LocalDate.EPOCH.plus(period).isBefore(BEYOND)) {
                return Optional.of(period);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Silent: it is refused below, as a negative one is.
        }
        throw refused(
                option, node.get(), "must be an ISO 8601 period such as P90D or P1Y, of at most a thousand years");
    }

    /** A stretch of time as ISO 8601 has it: {@code PT12H}. */
    public Optional<Duration> duration(String option) {
        Optional<YamlNode> node = value(option);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        try {
            Duration duration = Duration.parse(scalar(option, node.get()).value());
            if (!duration.isNegative()) {
                return Optional.of(duration);
            }
        } catch (DateTimeParseException e) {
            // Silent: refused below, as a negative one is.
        }
        throw refused(option, node.get(), "must be an ISO 8601 duration such as PT12H");
    }

    /** A list of texts; empty when not given. */
    public List<String> texts(String option) {
        Optional<YamlNode> node = value(option);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof YamlSequence sequence)) {
            throw refused(option, node.get(), "must be a list");
        }
        List<String> texts = new ArrayList<>();
        for (YamlNode item : sequence.values()) {
            texts.add(scalar(option, item).value());
        }
        return List.copyOf(texts);
    }

    /** Texts by key, in the order given; empty when not given. */
    public Map<String, Located> map(String option) {
        Optional<YamlNode> node = value(option);
        if (node.isEmpty()) {
            return Map.of();
        }
        if (!(node.get() instanceof YamlMapping entries)) {
            throw refused(option, node.get(), "must be a mapping");
        }
        Map<String, Located> texts = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : entries.entries()) {
            texts.put(entry.name(), new Located(scalar(option, entry.value()).value(), entry.value()));
        }
        return texts;
    }

    /** A text with the node that it stands in, for {@link #refused}. */
    public record Located(String text, YamlNode node) {}

    /** Where a value is given. */
    public Location at(YamlNode node) {
        return Location.of(file, node.span());
    }

    /** The error of a value that does not fit: to be thrown. */
    public ConfigurationException refused(String option, YamlNode node, String reason) {
        return new ConfigurationException(at(node), "checks." + checkId + "." + option, reason);
    }

    /**
     * The error of an option that is given and does not fit: to be thrown.
     *
     * @throws java.util.NoSuchElementException when it is not given
     */
    public ConfigurationException refused(String option, String reason) {
        return refused(option, value(option).orElseThrow(), reason);
    }

    private Optional<YamlNode> value(String option) {
        return mapping.isPresent() ? mapping.get().get(option) : Optional.empty();
    }

    private YamlScalar scalar(String option, YamlNode node) {
        if (node instanceof YamlScalar scalar && !scalar.isNull()) {
            return scalar;
        }
        throw refused(option, node, "must be a single value");
    }
}
