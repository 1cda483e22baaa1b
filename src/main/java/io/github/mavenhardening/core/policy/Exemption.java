package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.finding.Location;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place whose findings of one audit do not count, by a {@code zizmor.yml}.
 *
 * @param place where the configuration says so
 * @param checkId the check of the audit's name
 * @param fileName the file's name without its folder
 * @param line the line; empty for every line
 * @param column the column; empty for every column
 */
public record Exemption(
        Location place, String checkId, String fileName, Optional<Integer> line, Optional<Integer> column) {

    private static final Pattern SYNTAX = Pattern.compile("([^:]{1,300})(?::(\\d{1,7}))?(?::(\\d{1,7}))?");

    /**
     * That of a text, {@code file[:line[:column]]}.
     *
     * @throws ConfigurationException when it has another form
     */
    static Exemption of(Location place, String checkId, String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new ConfigurationException(place, "rules." + checkId + ".ignore", "Must be file[:line[:column]]");
        }
        return new Exemption(
                place,
                checkId,
                matcher.group(1),
                Optional.ofNullable(matcher.group(2)).map(Integer::valueOf),
                Optional.ofNullable(matcher.group(3)).map(Integer::valueOf));
    }
}
